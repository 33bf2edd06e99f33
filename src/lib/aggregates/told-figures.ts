import { FORMULAS, type FormulaId, type Rate, received, resolvedTotal, type Tally } from "@/lib/sla";
import { AGGREGATES } from "@/lib/strings/aggregates";
import type { AggregateCounts } from "./columns";
import { toTally } from "./to-tally";

/** A figure of a table of counts, beside which the same figure of the dossiers may stand. */
export type ToldFigure = {
  readonly head: string;
  /** A phone has room for what makes the rate. */
  readonly isWide?: boolean;
  readonly countIn: (tally: Tally) => number;
  /** False where the form has no such cell. */
  readonly isTold: (counts: AggregateCounts) => boolean;
};

const { section: words } = AGGREGATES;
const always = (): boolean => true;

/** Whether a form has a cell for open dossiers past their day. */
export function tellsOverdue({ overdue, overdueWithApology }: AggregateCounts): boolean {
  return overdue !== undefined || overdueWithApology !== undefined;
}

/** What every page and every file shows of a table, in this order; the rate follows. */
export const TOLD_FIGURES: readonly ToldFigure[] = [
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
    isTold: tellsOverdue,
  },
];

/** The rate of a table's row by a formula; null where there is nothing to count. */
export function toldRate(counts: AggregateCounts, formula: FormulaId): Rate {
  return FORMULAS[formula].rateOf(toTally(counts));
}
