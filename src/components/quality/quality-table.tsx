import { Note } from "@/components/ui/note";
import { TableFrame } from "@/components/ui/table-frame";
import { QUALITY_CHECKS } from "@/lib/quality-checks";
import { describePeriod } from "@/lib/strings/periods";
import { QUALITY, QUALITY_HEADS } from "@/lib/strings/quality";
import { restName, tightUnitName, totalName } from "@/lib/strings/ranking";
import { QualityRow } from "./quality-row";
import type { ShownQuality } from "./types";

/** The units of a level by name, and what each check found in each: rows + rest = total. */
export function QualityTable({ quality }: { readonly quality: ShownQuality }) {
  const { unit, level, rows, rest, total } = quality;
  const caption = QUALITY.caption(unit.name, describePeriod(quality.period));
  return (
    <>
      <TableFrame label={caption}>
        <table className="ledger">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col" className="pinned">
                {QUALITY.unit}
              </th>
              <th scope="col" className="num">
                {QUALITY.received}
              </th>
              {QUALITY_CHECKS.map((check) => (
                <th key={check} scope="col" className="num">
                  {QUALITY_HEADS[check]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <QualityRow
                key={row.unitId}
                kind="unit"
                row={row}
                name={tightUnitName(row.name ?? "")}
                quality={quality}
              />
            ))}
          </tbody>
          <tfoot>
            {rest !== null && rows.length > 0 && (
              <QualityRow kind="rest" row={rest} name={restName(unit.level, level)} quality={quality} />
            )}
            <QualityRow kind="total" row={total} name={totalName(unit.name)} quality={quality} />
          </tfoot>
        </table>
      </TableFrame>
      <Note>{QUALITY.note}</Note>
      <Note>
        {QUALITY.untold} {QUALITY.refused}
      </Note>
    </>
  );
}
