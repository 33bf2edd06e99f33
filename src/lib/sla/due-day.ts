import { addCalendarMonths, addDays } from "./calendar-day";
import type { WorkingCalendar } from "./compile-calendar";
import { type CountingRules, DEFAULT_RULES, type DueRule } from "./counting-rules";
import { SlaError } from "./errors";
import { dayOfMoment, makeMoment, SECONDS_PER_HOUR, SECONDS_PER_MINUTE, secondOfDay } from "./local-moment";
import type { CalendarDay, LocalMoment, TimeLimit } from "./types";
import { addWorkingDays, isProvisional } from "./working-calendar";
import { momentAtWorkingSeconds, nextWorkingMoment, workingSecondsAt } from "./working-clock";

/** `at`: null when only the day is known. */
export type Receipt = { readonly on: CalendarDay; readonly at: LocalMoment | null };

export type DueDay = {
  readonly dueOn: CalendarDay;
  /** Given only when the moment decides: limits counted by the clock, received at a known moment. */
  readonly dueAt: LocalMoment | null;
  readonly rule: DueRule;
  /** True when it reaches into a year whose days off are not decreed yet. */
  readonly provisional: boolean;
};

const LAST_SECOND = 86_399;

/**
 * The day (and moment) on which a time limit ends. Throws `limitInvalid`, `momentOnOtherDay`, and
 * `calendarYearMissing` when it needs a year the calendar does not hold.
 */
export function computeDueDay(
  calendar: WorkingCalendar,
  received: Receipt,
  limit: TimeLimit,
  rules: CountingRules = DEFAULT_RULES,
): DueDay {
  checkLimit(limit);
  checkReceipt(received);
  switch (limit.unit) {
    case "workingDay":
      return dueByWorkingDays(calendar, received, limit.amount, rules);
    case "calendarDay":
      return onDay(calendar, rollForward(calendar, addDays(received.on, limit.amount)), "calendarDays");
    case "month":
      return onDay(calendar, rollForward(calendar, addCalendarMonths(received.on, limit.amount)), "months");
    case "workingHour":
      return dueByClock(calendar, received, limit.amount * SECONDS_PER_HOUR, "workingHours");
  }
}

/** Throws `limitInvalid`: a limit is a number ≥ 0, and whole unless it counts hours. */
export function checkLimit({ amount, unit }: TimeLimit): void {
  const isWhole = unit === "workingHour" || Number.isInteger(amount);
  if (!Number.isFinite(amount) || amount < 0 || !isWhole) throw new SlaError("limitInvalid", { amount, unit });
}

/** Throws `momentOnOtherDay`. */
export function checkReceipt({ on, at }: Receipt): void {
  if (at !== null && dayOfMoment(at) !== on) throw new SlaError("momentOnOtherDay", { day: on, moment: at });
}

function rollForward(calendar: WorkingCalendar, day: CalendarDay): CalendarDay {
  return addWorkingDays(calendar, day, 0);
}

function onDay(calendar: WorkingCalendar, dueOn: CalendarDay, rule: DueRule): DueDay {
  return { dueOn, dueAt: null, rule, provisional: isProvisional(calendar, dueOn) };
}

function atMoment(calendar: WorkingCalendar, dueAt: LocalMoment, rule: DueRule): DueDay {
  const dueOn = dayOfMoment(dueAt);
  return { dueOn, dueAt, rule, provisional: isProvisional(calendar, dueOn) };
}

function dueByWorkingDays(calendar: WorkingCalendar, received: Receipt, days: number, rules: CountingRules): DueDay {
  if (days === 0 && rules.sameDayUntilMinute !== null) {
    return dueOnSameDay(calendar, received, rules.sameDayUntilMinute);
  }
  switch (rules.workingDays) {
    case "endOfDay":
      return onDay(calendar, addWorkingDays(calendar, received.on, days), "workingDays");
    case "sameClock":
      return dueAtSameClock(calendar, received, days);
    case "workingClock":
      return dueByClock(calendar, received, days * rules.hoursPerWorkingDay * SECONDS_PER_HOUR, "workingClock");
  }
}

/** Received in time, it is due today; later, or at an unknown hour, on the next working day. */
function dueOnSameDay(calendar: WorkingCalendar, received: Receipt, untilMinute: number): DueDay {
  const day = rollForward(calendar, received.on);
  const isInTime = received.at !== null && secondOfDay(received.at) <= untilMinute * SECONDS_PER_MINUTE;
  if (day !== received.on || isInTime) return onDay(calendar, day, "sameDay");
  return onDay(calendar, addWorkingDays(calendar, day, 1), "nextDayAfterCutoff");
}

/** On a day whose hours end before that clock time, it is due when they end. */
function dueAtSameClock(calendar: WorkingCalendar, received: Receipt, days: number): DueDay {
  if (received.at === null) return onDay(calendar, addWorkingDays(calendar, received.on, days), "workingDays");
  const start = nextWorkingMoment(calendar, received.at);
  const day = addWorkingDays(calendar, dayOfMoment(start), days);
  const sameClock = makeMoment(day, secondOfDay(start));
  const isOpenThen = nextWorkingMoment(calendar, sameClock) === sameClock;
  const dueAt = isOpenThen ? sameClock : momentAtWorkingSeconds(calendar, workingSecondsAt(calendar, sameClock));
  return atMoment(calendar, dueAt, "sameClock");
}

function dueByClock(calendar: WorkingCalendar, received: Receipt, seconds: number, rule: DueRule): DueDay {
  const start = nextWorkingMoment(calendar, received.at ?? makeMoment(received.on, LAST_SECOND));
  const whole = Math.round(seconds);
  const end = whole === 0 ? start : momentAtWorkingSeconds(calendar, workingSecondsAt(calendar, start) + whole);
  if (received.at === null) return onDay(calendar, dayOfMoment(end), "fromClosing");
  return atMoment(calendar, end, rule);
}
