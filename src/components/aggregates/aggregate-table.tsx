import Link from "next/link";
import type { ReactNode } from "react";
import type { ResolvedView } from "@/components/filters/resolved-view";
import { TableFrame } from "@/components/ui/table-frame";
import { unitHref } from "@/components/units/unit-href";
import type { AggregateCounts } from "@/lib/aggregates/columns";
import { toTally } from "@/lib/aggregates/to-tally";
import { formatCount, formatRate, NOTHING } from "@/lib/format";
import { FORMULAS, meetsTarget, received, resolvedTotal, type Tally } from "@/lib/sla";
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

type Figure = {
  readonly head: string;
  /** A phone has room for what makes the rate. */
  readonly isWide?: boolean;
  readonly countIn: (tally: Tally) => number;
  /** False where the form has no such cell. */
  readonly isTold: (counts: AggregateCounts) => boolean;
};

const { section: words } = AGGREGATES;

const always = (): boolean => true;
const FIGURES: readonly Figure[] = [
  { head: words.handled, isWide: true, countIn: (tally) => tally.carriedOver + received(tally), isTold: always },
  { head: words.resolved, countIn: resolvedTotal, isTold: always },
  { head: words.met, isWide: true, countIn: ({ early, onTime }) => early + onTime, isTold: always },
  { head: words.late, countIn: ({ late }) => late, isTold: always },
  {
    head: words.open,
    isWide: true,
    countIn: ({ open }) => open,
    isTold: ({ openTotal, inTime }) => openTotal !== undefined || inTime !== undefined,
  },
  {
    head: words.overdue,
    isWide: true,
    countIn: ({ overdue }) => overdue,
    isTold: (counts) => counts.overdue !== undefined || counts.overdueWithApology !== undefined,
  },
];

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
            {FIGURES.map(({ head, isWide }) => (
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
          {rows.map(({ unitId, unitName, period, sourceName, asOf, batchId, counts, isBroken, dossiers }) => {
            const tally = toTally(counts);
            const rate = FORMULAS[formula].rateOf(tally);
            const source = (
              <>
                {words.sourceText(sourceName, asOf)}
                {isBroken && <strong className="font-semibold"> · {words.unbalanced}</strong>}
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
                {FIGURES.map(({ head, isWide, countIn, isTold }) => (
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
          })}
        </tbody>
      </table>
    </TableFrame>
  );
}
