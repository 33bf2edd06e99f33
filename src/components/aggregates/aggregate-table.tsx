import Link from "next/link";
import type { ReactNode } from "react";
import type { ResolvedView } from "@/components/filters/resolved-view";
import { TableFrame } from "@/components/ui/table-frame";
import { unitHref } from "@/components/units/unit-href";
import { toTally } from "@/lib/aggregates/to-tally";
import { TOLD_FIGURES, toldRate } from "@/lib/aggregates/told-figures";
import { formatCount, formatRate, NOTHING } from "@/lib/format";
import { meetsTarget } from "@/lib/sla";
import { AGGREGATES } from "@/lib/strings/aggregates";
import { capitalise, RATE_NAMES } from "@/lib/strings/common";
import { describePeriod } from "@/lib/strings/periods";
import type { ShownAggregate } from "./types";

type AggregateTableProps = {
  readonly title: string;
  readonly rows: readonly ShownAggregate[];
  readonly view: ResolvedView;
  readonly namesUnits: boolean;
};

const { section: words } = AGGREGATES;

/** Tables of counts as rows, each with its period, source and as-of day; beside what dossiers say, the difference. */
export function AggregateTable({ title, rows, view, namesUnits }: AggregateTableProps) {
  const { formula, target } = view;
  return (
    <TableFrame label={title}>
      <table className="ledger" data-aggregates="">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            {namesUnits && (
              <th scope="col" className="pinned">
                {words.unit}
              </th>
            )}
            <th scope="col" className={namesUnits ? "max-sm:hidden" : "pinned"}>
              {words.period}
            </th>
            {TOLD_FIGURES.map(({ head, isWide }) => (
              <th key={head} scope="col" className={`num${isWide ? " max-sm:hidden" : ""}`}>
                {head}
              </th>
            ))}
            <th scope="col" className="num">
              {RATE_NAMES[formula]}
            </th>
            <th scope="col" className="max-sm:hidden">
              {words.source}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(
            ({ unitId, unitName, period, sourceName, asOf, batchId, counts, isBroken, unlikeOpening, dossiers }) => {
              const tally = toTally(counts);
              const rate = toldRate(counts, formula);
              const source = (
                <>
                  {words.sourceText(sourceName, asOf)}
                  {isBroken && <strong className="font-semibold"> · {words.unbalanced}</strong>}
                  {unlikeOpening !== null && (
                    <strong className="font-semibold"> · {words.unlikeOpening(unlikeOpening)}</strong>
                  )}
                </>
              );
              const when = capitalise(describePeriod(period));
              const small = (text: ReactNode) => (
                <span className="block text-xs font-normal text-secondary sm:hidden">{text}</span>
              );
              return (
                <tr key={`${unitId} ${batchId} ${period.from} ${period.to}`}>
                  {namesUnits ? (
                    <>
                      <th scope="row" className="pinned">
                        <Link href={unitHref(unitId, { ...view, ...period })} prefetch={false}>
                          {unitName}
                        </Link>
                        {small(when)}
                        {small(source)}
                      </th>
                      <td className="whitespace-nowrap max-sm:hidden">{when}</td>
                    </>
                  ) : (
                    <th scope="row" className="pinned">
                      <span className="whitespace-nowrap">{when}</span>
                      {small(source)}
                    </th>
                  )}
                  {TOLD_FIGURES.map(({ head, isWide, countIn, isTold }) => (
                    <td key={head} className={`num whitespace-nowrap${isWide ? " max-sm:hidden" : ""}`}>
                      {isTold(counts) ? formatCount(countIn(tally)) : NOTHING}
                      {dossiers !== null && isTold(counts) && (
                        <span className="text-secondary"> {words.difference(countIn(tally) - countIn(dossiers))}</span>
                      )}
                    </td>
                  ))}
                  <td className={`num font-bold ${meetsTarget(rate, target) === false ? "text-overdue" : ""}`}>
                    {formatRate(rate, target)}
                  </td>
                  <td className="max-sm:hidden">{source}</td>
                </tr>
              );
            },
          )}
        </tbody>
      </table>
    </TableFrame>
  );
}
