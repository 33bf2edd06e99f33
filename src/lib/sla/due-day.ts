import { addCalendarMonths, addDays } from "./calendar-day";
import { SlaError } from "./errors";
import { dayOfMoment, makeMoment } from "./local-moment";
import type { CalendarDay, LocalMoment, TimeLimit } from "./types";
import { addWorkingDays, isProvisional, type WorkingCalendar } from "./working-calendar";
import { momentAtWorkingSeconds, nextWorkingMoment, workingSecondsAt } from "./working-clock";

/**
 * How a due day was counted.
 * - `workingDays`: the day of receipt is not counted; due at the end of the n-th working day after it.
 * - `workingHours`: on the working clock from the moment of receipt.
 * - `workingHoursFromClosing`: the moment of receipt is unknown, so the clock starts when its day ends.
 * - `calendarDays`, `months`: the day of receipt is not counted; rolled forward off days off.
 *   Civil Code 2015, articles 147 and 148.
 */
export const DUE_RULES = ["workingDays", "workingHours", "workingHoursFromClosing", "calendarDays", "months"] as const;
export type DueRule = (typeof DUE_RULES)[number];

/** `at`: null when only the day is known. */
export type Receipt = { readonly on: CalendarDay; readonly at: LocalMoment | null };

export type DueDay = {
  readonly dueOn: CalendarDay;
  /** Given only when the moment decides: limits in hours, received at a known moment. */
  readonly dueAt: LocalMoment | null;
  readonly rule: DueRule;
  /** True when it reaches into a year whose days off are not decreed yet. */
  readonly provisional: boolean;
};

const SECONDS_PER_HOUR = 3600;
const LAST_SECOND = 86_399;

/**
 * The day (and moment) on which a time limit ends. Throws `limitInvalid`, `momentOnOtherDay`, and
 * `calendarYearMissing` when it needs a year the calendar does not hold.
 */
export function computeDueDay(calendar: WorkingCalendar, received: Receipt, limit: TimeLimit): DueDay {
  checkLimit(limit);
  if (received.at !== null && dayOfMoment(received.at) !== received.on) {
    throw new SlaError("momentOnOtherDay", { day: received.on, moment: received.at });
  }
  switch (limit.unit) {
    case "workingDay":
      return onDay(calendar, addWorkingDays(calendar, received.on, limit.amount), "workingDays");
    case "calendarDay":
      return onDay(calendar, rollForward(calendar, addDays(received.on, limit.amount)), "calendarDays");
    case "month":
      return onDay(calendar, rollForward(calendar, addCalendarMonths(received.on, limit.amount)), "months");
    case "workingHour":
      return dueByClock(calendar, received, limit.amount * SECONDS_PER_HOUR);
  }
}

function checkLimit(limit: TimeLimit): void {
  const isWhole = limit.unit === "workingHour" || Number.isInteger(limit.amount);
  if (!Number.isFinite(limit.amount) || limit.amount < 0 || !isWhole) {
    throw new SlaError("limitInvalid", { amount: limit.amount, unit: limit.unit });
  }
}

function rollForward(calendar: WorkingCalendar, day: CalendarDay): CalendarDay {
  return addWorkingDays(calendar, day, 0);
}

function onDay(calendar: WorkingCalendar, dueOn: CalendarDay, rule: DueRule): DueDay {
  return { dueOn, dueAt: null, rule, provisional: isProvisional(calendar, dueOn) };
}

function dueByClock(calendar: WorkingCalendar, received: Receipt, seconds: number): DueDay {
  const start = nextWorkingMoment(calendar, received.at ?? makeMoment(received.on, LAST_SECOND));
  const whole = Math.round(seconds);
  const end = whole === 0 ? start : momentAtWorkingSeconds(calendar, workingSecondsAt(calendar, start) + whole);
  const dueOn = dayOfMoment(end);
  const provisional = isProvisional(calendar, dueOn);
  if (received.at === null) return { dueOn, dueAt: null, rule: "workingHoursFromClosing", provisional };
  return { dueOn, dueAt: end, rule: "workingHours", provisional };
}
