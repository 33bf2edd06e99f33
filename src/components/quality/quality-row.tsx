import Link from "next/link";
import { dossierHref } from "@/components/dossiers/dossier-href";
import { CountLink } from "@/components/ui/count-link";
import { unitHref } from "@/components/units/unit-href";
import { DEFAULT_TARGET, type Measure } from "@/lib/filters";
import { NOTHING } from "@/lib/format";
import { QUALITY_CHECKS } from "@/lib/quality-checks";
import { QUALITY } from "@/lib/strings/quality";
import type { ShownQuality, ShownQualityRow } from "./types";

type QualityRowProps = {
  readonly kind: "unit" | "rest" | "total";
  readonly row: ShownQualityRow;
  readonly name: string;
  readonly quality: ShownQuality;
};

/** A unit's line; every number leads to the list of exactly what it counts. */
export function QualityRow({ kind, row, name, quality }: QualityRowProps) {
  const { unit, level, period } = quality;
  const hrefOf = (measure: Measure): string =>
    dossierHref({
      unitId: row.unitId ?? unit.id,
      ...period,
      measure,
      restOf: kind === "rest" ? level : null,
    });
  return (
    <tr data-row={kind}>
      <th scope="row" className="pinned max-sm:min-w-28">
        {kind === "unit" && row.unitId !== null ? (
          <Link
            href={unitHref(row.unitId, { ...period, formula: "resolved", target: DEFAULT_TARGET })}
            prefetch={false}
          >
            {name}
          </Link>
        ) : (
          name
        )}
        {kind === "unit" && row.received === 0 && <span className="block text-xs text-secondary">{QUALITY.none}</span>}
      </th>
      <td className="num">
        <CountLink count={row.received} href={hrefOf("received")} />
      </td>
      {QUALITY_CHECKS.map((check) => {
        const count = row.counts[check];
        return (
          <td key={check} className="num">
            {count === null ? (
              <span className="text-secondary">{NOTHING}</span>
            ) : (
              <CountLink count={count} href={hrefOf(check)} />
            )}
          </td>
        );
      })}
    </tr>
  );
}
