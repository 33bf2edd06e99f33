import Link from "next/link";
import type { ResolvedView } from "@/components/filters/resolved-view";
import type { ShownRankingRow } from "@/components/ranking/types";
import { TableFrame } from "@/components/ui/table-frame";
import { unitHref } from "@/components/units/unit-href";
import { formatPoints, formatRate } from "@/lib/format";
import type { Mover } from "@/lib/insight/movers";
import { HOME } from "@/lib/strings/home";

type MoversTableProps = {
  readonly title: string;
  /** Best first. */
  readonly movers: readonly Mover<ShownRankingRow>[];
  readonly view: ResolvedView;
};

/** Who got better and who worse, in points, all on one scale around a middle line. */
export function MoversTable({ title, movers, view }: MoversTableProps) {
  if (movers.length === 0) return <p>{HOME.noMovers}</p>;
  const most = Math.max(1, ...movers.map(({ changeBp }) => Math.abs(changeBp)));
  return (
    <TableFrame label={title}>
      <table className="ledger">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{HOME.unit}</th>
            <th scope="col" className="num max-sm:hidden">
              {HOME.before}
            </th>
            <th scope="col" className="num">
              {HOME.now}
            </th>
            <th scope="col" className="num">
              {HOME.change}
            </th>
            <td aria-hidden className="w-1/3 max-sm:hidden" />
          </tr>
        </thead>
        <tbody>
          {movers.map(({ row, before, changeBp }) => (
            <tr key={row.unitId}>
              <th scope="row">
                {row.unitId === null ? (
                  row.name
                ) : (
                  <Link href={unitHref(row.unitId, view)} prefetch={false}>
                    {row.name}
                  </Link>
                )}
              </th>
              <td className="num max-sm:hidden">{formatRate(before, view.target)}</td>
              <td className="num font-bold">{formatRate(row.rate, view.target)}</td>
              <td className="num">{formatPoints(changeBp)}</td>
              <td aria-hidden className="max-sm:hidden">
                <span className="relative block h-3 border-l border-transparent">
                  <span className="absolute inset-y-[-3px] left-1/2 border-l border-secondary" />
                  <span
                    className={`absolute inset-y-0 ${changeBp < 0 ? "right-1/2 bg-late" : "left-1/2 bg-on-time"}`}
                    style={{ width: `${(50 * Math.abs(changeBp)) / most}%` }}
                  />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
