import Link from "next/link";
import { TableFrame } from "@/components/ui/table-frame";
import { formatCount } from "@/lib/format";
import { CALENDAR } from "@/lib/strings/calendar";
import type { ShownCounts, ShownUnitChange } from "./types";

const { preview: words } = CALENDAR;
const MOVES = ["openEarlier", "openLater", "finishedEarlier", "finishedLater"] as const;

/** What a change moves, by district, or by unit when all of it lies in one; the total below. */
export function MovedTable({
  units,
  total,
}: {
  readonly units: readonly ShownUnitChange[];
  readonly total: ShownCounts;
}) {
  const rows = rowsOf(units);
  const columns = [
    ...MOVES,
    ...(total.dated > 0 ? (["dated"] as const) : []),
    "findings" as const,
    ...(total.verdicts > 0 ? (["verdicts"] as const) : []),
  ];
  const cells = (counts: ShownCounts) =>
    columns.map((column) => (
      <td key={column} className="num">
        {counts[column] === 0 ? <span className="text-secondary">0</span> : formatCount(counts[column])}
      </td>
    ));
  return (
    <TableFrame label={words.unitsCaption}>
      <table className="ledger max-w-[1280px]">
        <caption className="sr-only">{words.unitsCaption}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className="pinned">
              {words.unit}
            </th>
            <th scope="colgroup" colSpan={2}>
              {words.open}
            </th>
            <th scope="colgroup" colSpan={2}>
              {words.finished}
            </th>
            {columns.slice(MOVES.length).map((column) => (
              <th key={column} scope="col" rowSpan={2} className="num">
                {column === "dated" ? words.dated : column === "findings" ? words.findings : words.verdicts}
              </th>
            ))}
          </tr>
          <tr>
            {MOVES.map((column) => (
              <th key={column} scope="col" className="num">
                {column === "openEarlier" || column === "finishedEarlier" ? words.earlier : words.later}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, counts }) => (
            <tr key={id}>
              <th scope="row" className="pinned min-w-40">
                <Link href={`/units/${id}`} prefetch={false}>
                  {name}
                </Link>
              </th>
              {cells(counts)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr data-row="total">
            <th scope="row" className="pinned">
              {words.total}
            </th>
            {cells(total)}
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  );
}

type Row = { readonly id: number; readonly name: string; readonly counts: ShownCounts };

function rowsOf(units: readonly ShownUnitChange[]): readonly Row[] {
  const districts = new Map<number, Row>();
  for (const { districtId, districtName, counts } of units) {
    const sum = districts.get(districtId)?.counts;
    districts.set(districtId, { id: districtId, name: districtName, counts: sum ? add(sum, counts) : counts });
  }
  if (districts.size > 1) return [...districts.values()];
  return units.map(({ unitId, name, counts }) => ({ id: unitId, name, counts }));
}

function add(a: ShownCounts, b: ShownCounts): ShownCounts {
  return {
    openEarlier: a.openEarlier + b.openEarlier,
    openLater: a.openLater + b.openLater,
    finishedEarlier: a.finishedEarlier + b.finishedEarlier,
    finishedLater: a.finishedLater + b.finishedLater,
    dated: a.dated + b.dated,
    findings: a.findings + b.findings,
    verdicts: a.verdicts + b.verdicts,
  };
}
