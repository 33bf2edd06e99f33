import type { Measure } from "./filters";
import { received, resolvedTotal, type Tally } from "./sla";
import { UNITS } from "./strings/units";

export type AccountLine = { readonly measure: Measure; readonly label: string; readonly count: number };

/** A sum and what it is the sum of. */
export type Account = { readonly head: AccountLine; readonly lines: readonly AccountLine[] };

/** What came in, what was done, what is open; classes that nobody has to read of are left out while they are empty. */
export function unitAccounts(tally: Tally): readonly Account[] {
  const line = (measure: Measure, label: string, count: number): AccountLine => ({ measure, label, count });
  const undated = (measure: Measure, count: number): AccountLine[] =>
    count > 0 ? [line(measure, UNITS.undated, count)] : [];
  return [
    {
      head: line("handled", UNITS.handled, tally.carriedOver + received(tally)),
      lines: [
        line("carriedOver", UNITS.carriedOver, tally.carriedOver),
        line("receivedDirect", UNITS.receivedDirect, tally.receivedDirect),
        line("receivedOnline", UNITS.receivedOnline, tally.receivedOnline),
        line("receivedPostal", UNITS.receivedPostal, tally.receivedPostal),
      ],
    },
    {
      head: line("resolved", UNITS.resolved, resolvedTotal(tally)),
      lines: [
        line("early", UNITS.early, tally.early),
        line("onTime", UNITS.onTime, tally.onTime),
        line("late", UNITS.late, tally.late),
        ...undated("resolvedUndated", tally.resolvedUndated),
        line("returned", UNITS.returned, tally.returned),
      ],
    },
    {
      head: line("open", UNITS.open, tally.open),
      lines: [
        line("inTime", UNITS.inTime, tally.inTime),
        line("paused", UNITS.paused, tally.paused),
        line("overdue", UNITS.overdue, tally.overdue),
        ...undated("openUndated", tally.openUndated),
      ],
    },
  ];
}
