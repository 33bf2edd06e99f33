import { type DayNumber, daysBetween, fromDayNumber, yearOfDay } from "./calendar-day";
import { checkPromise, type PromiseCheck } from "./check-promise";
import { classOn } from "./class-on";
import type { WorkingCalendar } from "./compile-calendar";
import { ENGINE_VERSION } from "./engine-version";
import { SlaError } from "./errors";
import { type ExplanationStep, explainSteps } from "./explain-steps";
import type { CalendarDay, DossierClass, DossierFacts, DossierTimeline, LocalMoment, TimeLimit } from "./types";
import { type ClockStop, clockStops } from "./working-age";
import { isProvisional, type NotableDay, skippedDays, workingDaysBetween } from "./working-calendar";

/** What the verdict of a day rests on. */
export const VERDICT_REASONS = [
  "outsideEveryCount",
  "notYetReceived",
  "returned",
  "resolvedUndated",
  "finishedBeforeDue",
  "finishedOnDue",
  "finishedAfterDue",
  "clockStopped",
  "openUndated",
  "dueNotPassed",
  "duePassed",
] as const;
export type VerdictReason = (typeof VERDICT_REASONS)[number];

/** What the calendar adds; absent as a whole when it does not hold a year that is needed. */
export type CalendarAccount = {
  readonly version: number;
  /** Days off and make-up days after receipt, until it was due or ended, whichever is later. */
  readonly notableDays: readonly NotableDay[];
  /** Working days after receipt until it ended, or until the as-of day. */
  readonly workingDaysPassed: number;
  /** Of those, days on which a pause stopped the clock; and each such pause. */
  readonly workingDaysPaused: number;
  readonly clockStops: readonly ClockStop[];
  readonly workingDaysUsed: number;
  /** Null when not late. */
  readonly workingDaysLate: number | null;
  readonly promiseCheck: PromiseCheck | null;
  /** The first year among those counted whose days off are not decreed yet; null when all are. */
  readonly provisionalYear: number | null;
};

export type DossierExplanation = {
  readonly engineVersion: number;
  readonly asOf: CalendarDay;
  readonly class: DossierClass | null;
  readonly reason: VerdictReason;
  /** Whether days or moments were compared. */
  readonly comparedBy: "day" | "moment";
  readonly dueOn: CalendarDay | null;
  readonly dueAt: LocalMoment | null;
  /** The life until the as-of day, in order. */
  readonly steps: readonly ExplanationStep[];
  /** Calendar days after the due day; null when not late. */
  readonly daysLate: number | null;
  readonly calendar: CalendarAccount | null;
  /** The year that the calendar does not hold; null when it holds all that are needed. */
  readonly missingYear: number | null;
};

/**
 * Why a dossier counts as it does at the end of a day, as data; the words are written where it is shown.
 * `limit`: the procedure's time limit when the dossier was received, null when unknown.
 */
export function explainDossier(
  facts: DossierFacts,
  timeline: DossierTimeline,
  calendar: WorkingCalendar,
  asOf: CalendarDay,
  limit: TimeLimit | null,
): DossierExplanation {
  const closedOn = timeline.closedOn !== null && timeline.closedOn <= asOf ? timeline.closedOn : null;
  const verdict = classOn(timeline, asOf);
  const end = closedOn ?? asOf;
  const isLate = verdict === "late" || verdict === "overdue";
  const lateSince = isLate ? facts.dueOn : null;
  const account = accountFor(() => readCalendar(facts, timeline, calendar, end, lateSince, limit));
  return {
    engineVersion: ENGINE_VERSION,
    asOf,
    class: verdict,
    reason: reasonFor(timeline, verdict),
    comparedBy: facts.dueAt !== null && facts.finishedAt !== null && closedOn !== null ? "moment" : "day",
    dueOn: facts.dueOn,
    dueAt: facts.dueAt,
    steps: explainSteps(facts, timeline, asOf),
    daysLate: lateSince === null ? null : daysBetween(lateSince, end),
    ...account,
  };
}

type Account = Pick<DossierExplanation, "calendar" | "missingYear">;

/** A verdict stands without a calendar; only the account of its days is left out. */
function accountFor(read: () => CalendarAccount): Account {
  try {
    return { calendar: read(), missingYear: null };
  } catch (error) {
    if (error instanceof SlaError && error.code === "calendarYearMissing") {
      return { calendar: null, missingYear: Number(error.params.year) };
    }
    throw error;
  }
}

function reasonFor(timeline: DossierTimeline, verdict: DossierClass | null): VerdictReason {
  switch (verdict) {
    case null:
      return timeline.counted ? "notYetReceived" : "outsideEveryCount";
    case "early":
      return "finishedBeforeDue";
    case "onTime":
      return "finishedOnDue";
    case "late":
      return "finishedAfterDue";
    case "undated":
      return "resolvedUndated";
    case "returned":
      return "returned";
    case "paused":
      return "clockStopped";
    case "overdue":
      return "duePassed";
    case "openUndated":
      return "openUndated";
    case "inTime":
      return "dueNotPassed";
  }
}

function readCalendar(
  facts: DossierFacts,
  timeline: DossierTimeline,
  calendar: WorkingCalendar,
  end: CalendarDay,
  lateSince: CalendarDay | null,
  limit: TimeLimit | null,
): CalendarAccount {
  const { receivedOn, dueOn } = facts;
  const lastDay = dueOn !== null && dueOn > end ? dueOn : end;
  const workingDaysPassed = workingDaysBetween(calendar, receivedOn, end);
  const stops = clockStops(timeline, calendar, end);
  const workingDaysPaused = stops.reduce((sum, { workingDays }) => sum + workingDays, 0);
  return {
    version: calendar.version,
    notableDays: skippedDays(calendar, receivedOn, lastDay),
    workingDaysPassed,
    workingDaysPaused,
    clockStops: stops,
    workingDaysUsed: workingDaysPassed - workingDaysPaused,
    workingDaysLate: lateSince === null ? null : workingDaysBetween(calendar, lateSince, end),
    promiseCheck: limit === null ? null : checkPromise(facts, calendar, limit),
    provisionalYear: isProvisional(calendar, lastDay) ? yearAfter(calendar.lastDecreedDay) : null,
  };
}

function yearAfter(decreed: DayNumber): number {
  return yearOfDay(fromDayNumber(decreed + 1));
}
