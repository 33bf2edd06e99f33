import {
  addDays,
  classOn,
  computeDueDay,
  type DossierEvent,
  deriveTimeline,
  isWorkingDay,
  parseDay,
  parseMoment,
  replayEvents,
  type TimeLimit,
  tallyOf,
} from "@/lib/sla";
import { vietnameseCalendar } from "../support/calendars";
import { dossier, type Written } from "../support/dossier";

export const vietnam = vietnameseCalendar();
export const day = parseDay;
export const DAYS = (amount: number): TimeLimit => ({ amount, unit: "workingDay" });
export const HOURS = (amount: number): TimeLimit => ({ amount, unit: "workingHour" });

export function due(on: string, limit: TimeLimit, by = vietnam): string {
  const at = on.length > 10 ? parseMoment(on.length === 16 ? `${on}:00` : on) : null;
  const found = computeDueDay(by, { on: day(on.slice(0, 10)), at }, limit);
  return found.dueAt ?? found.dueOn;
}

export function outcome(written: Written) {
  return deriveTimeline(dossier(written)).outcome;
}

export function on(written: Written, asOf: string) {
  return classOn(deriveTimeline(dossier(written)), day(asOf));
}

export function worked(...days: string[]): boolean[] {
  return days.map((text) => isWorkingDay(vietnam, day(text)));
}

export function codeOf(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

export function cycleOf(...events: DossierEvent[]) {
  const [cycle] = replayEvents(events).cycles;
  if (cycle === undefined) throw new Error("no cycle");
  return cycle;
}

/** What one dossier contributes to the first four weeks of a month of 2020. */
export function month(number: string, written: Written) {
  const from = day(`2020-${number}-01`);
  const to = addDays(from, 27);
  return tallyOf([{ timeline: deriveTimeline(dossier(written)), channel: "direct" }], { from, to });
}

export const LONG: Written = { received: "2020-01-20", due: "2020-02-20", finished: "2020-03-10" };
export const DUE = "2020-03-06";

export type Case = {
  readonly id: number;
  readonly says: string;
  /** Where the expectation comes from. */
  readonly source: string;
  readonly got: () => unknown;
  readonly expected: unknown;
};

export const DECISION = "decision on days off of the year, as a row of the calendar";
export const LABOUR_CODE = "Labour Code 2019, articles 111 and 112";
export const CIVIL_CODE = "Civil Code 2015, articles 147 and 148";
export const OUR_RULE = "rule of the engine, docs/engine.md";
