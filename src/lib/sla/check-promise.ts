import type { WorkingCalendar } from "./compile-calendar";
import type { CountingRules } from "./counting-rules";
import { computeDueAfterPauses } from "./due-after-pauses";
import { computeDueDay, type DueDay } from "./due-day";
import type { CalendarDay, DossierFacts, TimeLimit } from "./types";
import { workingDaysBetween } from "./working-calendar";

export const PROMISE_FINDINGS = ["asAllowed", "promisesMore", "promisesLess", "noPromise"] as const;
export type PromiseFinding = (typeof PROMISE_FINDINGS)[number];

/** The promise beside what the procedure's time limit would have given. */
export type PromiseCheck = {
  readonly limit: TimeLimit;
  /** As on the day of receipt. */
  readonly computed: DueDay;
  /** With the pauses since; null for other limits than working days, without pauses, and while one lasts. */
  readonly computedAfterPauses: CalendarDay | null;
  readonly finding: PromiseFinding;
  /** Working days between the promise and the nearer of the two; 0 when it agrees with one, or is none. */
  readonly workingDaysApart: number;
};

type Promised = Pick<DossierFacts, "receivedOn" | "receivedAt" | "dueOn" | "pauses">;

/** A promise between the day computed at receipt and the one after the pauses is as allowed; none is ever moved. */
export function checkPromise(
  facts: Promised,
  calendar: WorkingCalendar,
  limit: TimeLimit,
  rules?: CountingRules,
): PromiseCheck {
  const { receivedOn, receivedAt, dueOn, pauses } = facts;
  const computed = computeDueDay(calendar, { on: receivedOn, at: receivedAt ?? null }, limit, rules);
  const computedAfterPauses =
    limit.unit === "workingDay" && pauses.length > 0
      ? computeDueAfterPauses(calendar, receivedOn, limit.amount, pauses).dueOn
      : null;
  const check = { limit, computed, computedAfterPauses };
  if (dueOn === null) return { ...check, finding: "noPromise", workingDaysApart: 0 };
  const most = computedAfterPauses ?? computed.dueOn;
  if (dueOn > most) {
    return { ...check, finding: "promisesMore", workingDaysApart: workingDaysBetween(calendar, most, dueOn) };
  }
  if (dueOn < computed.dueOn) {
    const workingDaysApart = workingDaysBetween(calendar, dueOn, computed.dueOn);
    return { ...check, finding: "promisesLess", workingDaysApart };
  }
  return { ...check, finding: "asAllowed", workingDaysApart: 0 };
}
