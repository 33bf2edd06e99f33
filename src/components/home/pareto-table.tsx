import Link from "next/link";
import { dossierHref } from "@/components/dossiers/dossier-href";
import type { ResolvedView } from "@/components/filters/resolved-view";
import type { ShownRankingRow } from "@/components/ranking/types";
import { CountLink } from "@/components/ui/count-link";
import { TableFrame } from "@/components/ui/table-frame";
import { TargetBadge } from "@/components/ui/target-badge";
import { unitHref } from "@/components/units/unit-href";
import { formatBp, formatCount, formatRate } from "@/lib/format";
import type { Pareto } from "@/lib/insight/pareto";
import { WHOLE_BP } from "@/lib/sla";
import { HOME } from "@/lib/strings/home";
import { tightUnitName } from "@/lib/strings/ranking";

type ParetoTableProps = {
  readonly title: string;
  readonly pareto: Pareto<ShownRankingRow>;
  readonly view: ResolvedView;
};

const FEWEST_ROWS = 12;
const MOST_ROWS = 40;

/** Who makes the late dossiers: each line a bar, its share and the share of all down to it. Chart and table in one. */
export function ParetoTable({ title, pareto, view }: ParetoTableProps) {
  const shown = pareto.parts.slice(0, Math.max(FEWEST_ROWS, Math.min(pareto.vitalFew, MOST_ROWS)));
  const longest = shown[0]?.count ?? 1;
  const left = pareto.whole - shown.reduce((sum, part) => sum + part.count, 0);
  return (
    <TableFrame label={title}>
      <table className="ledger">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{HOME.unit}</th>
            <th scope="col" className="num">
              {HOME.lateCount}
            </th>
            <td aria-hidden className="w-20 max-sm:hidden" />
            <th scope="col" className="num">
              {HOME.share}
            </th>
            <th scope="col" className="num max-sm:hidden">
              {HOME.running}
            </th>
            <th scope="col" className="num">
              {HOME.rate}
            </th>
            <th scope="col" className="max-sm:hidden">
              {HOME.verdict}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ item, count, shareBp, runningBp }, index) => (
            <tr key={item.unitId} data-row={index === pareto.vitalFew - 1 ? "half" : undefined}>
              <th scope="row">
                {item.unitId === null ? (
                  tightUnitName(item.name ?? "")
                ) : (
                  <Link href={unitHref(item.unitId, view)} prefetch={false}>
                    {tightUnitName(item.name ?? "")}
                  </Link>
                )}
              </th>
              <td className="num">
                <CountLink count={count} href={dossierHref({ unitId: item.unitId ?? 0, ...view, measure: "late" })} />
              </td>
              <td aria-hidden className="max-sm:hidden">
                <span className="block h-3 bg-late" style={{ width: `${(100 * count) / longest}%` }} />
              </td>
              <td className="num">{formatBp(shareBp)}</td>
              <td className="num max-sm:hidden">{formatBp(runningBp)}</td>
              <td className="num font-bold">{formatRate(item.rate, view.target)}</td>
              <td className="max-sm:hidden">
                <TargetBadge meetsTarget={item.meetsTarget} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {left > 0 && (
            <tr data-row="rest">
              <th scope="row">{HOME.others}</th>
              <td className="num">{formatCount(left)}</td>
              <td aria-hidden className="max-sm:hidden" />
              <td className="num">{formatBp(WHOLE_BP - (shown.at(-1)?.runningBp ?? 0))}</td>
              <td className="num max-sm:hidden">{formatBp(WHOLE_BP)}</td>
              <td className="num" />
              <td className="max-sm:hidden" />
            </tr>
          )}
        </tfoot>
      </table>
    </TableFrame>
  );
}
