import Link from "next/link";
import { formatCount, formatRate } from "@/lib/format";
import type { TargetRule } from "@/lib/sla";
import { heatName, MAP } from "@/lib/strings/map";
import type { ShownArea } from "./types";

type MapTableProps = { readonly areas: readonly ShownArea[]; readonly target: TargetRule; readonly title: string };

/** What the map shows, in the order of the ranking from its end. */
export function MapTable({ areas, target, title }: MapTableProps) {
  const hasParents = new Set(areas.map(({ parentCode }) => parentCode)).size > 1;
  return (
    <table className="ledger mt-2">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{MAP.unit}</th>
          {hasParents && (
            <th scope="col" className="max-sm:hidden">
              {MAP.parent}
            </th>
          )}
          <th scope="col" className="num">
            {MAP.counted}
          </th>
          <th scope="col" className="num">
            {MAP.rate}
          </th>
          <th scope="col">{MAP.heat}</th>
        </tr>
      </thead>
      <tbody>
        {areas.map(({ unitId, name, parentName, row, heat, href }) => (
          <tr key={unitId}>
            <th scope="row">
              <Link href={href} prefetch={false}>
                {name}
              </Link>
            </th>
            {hasParents && <td className="max-sm:hidden">{parentName}</td>}
            <td className="num">{formatCount(row.rate === null ? 0 : row.rate.of)}</td>
            <td className="num font-bold">{formatRate(row.rate, target)}</td>
            <td>{heatName(heat, target)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
