import Link from "next/link";
import { dossierHref } from "@/components/dossiers/dossier-href";
import type { ResolvedView } from "@/components/filters/resolved-view";
import { EvidenceMark } from "@/components/ranking/evidence-mark";
import type { ShownRankingRow } from "@/components/ranking/types";
import { CountLink } from "@/components/ui/count-link";
import { TableFrame } from "@/components/ui/table-frame";
import { unitHref } from "@/components/units/unit-href";
import type { Measure } from "@/lib/filters";
import { formatCount, formatRate } from "@/lib/format";
import type { Evidence } from "@/lib/insight/evidence";
import { missingToTarget, resolvedTotal } from "@/lib/sla";
import { capitalise, RATE_NAMES } from "@/lib/strings/common";
import { formatProbability, HOME } from "@/lib/strings/home";
import { RANKING, tightUnitName } from "@/lib/strings/ranking";

type EvidenceTableProps = {
  readonly title: string;
  readonly evidence: readonly Evidence<ShownRankingRow>[];
  readonly view: ResolvedView;
};

/** Lagging units by the weight of evidence; each count is one click from its dossiers. */
export function EvidenceTable({ title, evidence, view }: EvidenceTableProps) {
  return (
    <TableFrame label={title}>
      <table className="ledger">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{HOME.unit}</th>
            <th scope="col" className="num max-sm:hidden">
              {HOME.resolved}
            </th>
            <th scope="col" className="num">
              {HOME.lateCount}
            </th>
            <th scope="col" className="num max-sm:hidden">
              {capitalise(RANKING.overdue)}
            </th>
            <th scope="col" className="num">
              {RATE_NAMES[view.formula]}
            </th>
            <th scope="col" className="num">
              {HOME.belowProbability}
            </th>
            <th scope="col" className="num max-sm:hidden">
              {RANKING.missing}
            </th>
            <th scope="col" className="max-sm:hidden">
              {RANKING.verdict}
            </th>
          </tr>
        </thead>
        <tbody>
          {evidence.map(({ row, below, verdict }) => {
            const link = (measure: Measure, count: number) => (
              <CountLink count={count} href={dossierHref({ unitId: row.unitId ?? 0, ...view, measure })} />
            );
            return (
              <tr key={row.unitId}>
                <th scope="row">
                  <Link href={unitHref(row.unitId ?? 0, view)} prefetch={false}>
                    {tightUnitName(row.name ?? "")}
                  </Link>
                </th>
                <td className="num max-sm:hidden">{link("resolved", resolvedTotal(row.tally))}</td>
                <td className="num">{link("late", row.tally.late)}</td>
                <td className="num max-sm:hidden">{link("overdue", row.tally.overdue)}</td>
                <td className="num font-bold">{formatRate(row.rate, view.target)}</td>
                <td className="num">{formatProbability(below)}</td>
                <td className="num max-sm:hidden">{formatCount(missingToTarget(row.rate, view.target))}</td>
                <td className="max-sm:hidden">
                  <EvidenceMark verdict={verdict} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableFrame>
  );
}
