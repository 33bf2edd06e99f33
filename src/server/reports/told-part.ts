import "server-only";
import type { AggregateCounts } from "@/lib/aggregates/columns";
import { toTally } from "@/lib/aggregates/to-tally";
import { TOLD_FIGURES, toldRate } from "@/lib/aggregates/told-figures";
import type { Period } from "@/lib/period";
import { type CalendarDay, displayBp, type FormulaId, type TargetRule } from "@/lib/sla";
import { AGGREGATES } from "@/lib/strings/aggregates";
import { capitalise, RATE_NAMES } from "@/lib/strings/common";
import { describePeriod } from "@/lib/strings/periods";
import type { ReportCell, ReportColumn, ReportPart } from "./report";
import { oneLine } from "./report-frame";

type Told = {
  readonly period: Period;
  readonly sourceName: string;
  readonly asOf: CalendarDay;
  readonly counts: AggregateCounts;
};

type ToldPartInput<Row extends Told> = {
  readonly rows: readonly Row[];
  readonly formula: FormulaId;
  readonly target: TargetRule;
  /** What stands before the counts, under the first columns of the report. */
  readonly lead: readonly (ReportColumn & { readonly cellOf: (row: Row) => ReportCell })[];
};

const { section: words } = AGGREGATES;

/** What tables tell, under a report that counts dossiers: marked, with period and source; undefined for none. */
export function toldPart<Row extends Told>({
  rows,
  formula,
  target,
  lead,
}: ToldPartInput<Row>): ReportPart | undefined {
  if (rows.length === 0) return undefined;
  return {
    heading: `${words.apart}. ${words.apartNote}`,
    columns: [
      ...lead.map(({ cellOf: _cell, ...column }) => column),
      ...TOLD_FIGURES.map(({ head }) => ({ group: null, head, kind: "count" as const, width: 10 })),
      { group: null, head: oneLine(RATE_NAMES[formula]), kind: "percent", width: 10 },
      { group: null, head: words.when, kind: "text", width: 40 },
    ],
    rows: rows.map((row) => {
      const tally = toTally(row.counts);
      const when = capitalise(describePeriod(row.period));
      return [
        ...lead.map(({ cellOf }) => cellOf(row)),
        ...TOLD_FIGURES.map(({ countIn, isTold }) => (isTold(row.counts) ? countIn(tally) : null)),
        displayBp(toldRate(row.counts, formula), target),
        `${when}; ${words.sourceText(row.sourceName, row.asOf)}`,
      ];
    }),
  };
}
