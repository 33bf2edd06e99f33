import { SlaError } from "./errors";

/** Half-open span of minutes since midnight, 0 … 1440. */
export type MinuteInterval = { readonly from: number; readonly until: number };

export const MINUTES_PER_DAY = 1440;
const SECONDS_PER_MINUTE = 60;

/** 7:00–11:30 and 13:30–17:00, eight hours. */
export const OFFICE_HOURS: readonly MinuteInterval[] = [
  { from: 420, until: 690 },
  { from: 810, until: 1020 },
];

export function secondsIn(intervals: readonly MinuteInterval[]): number {
  let minutes = 0;
  for (const { from, until } of intervals) minutes += until - from;
  return minutes * SECONDS_PER_MINUTE;
}

/** Intervals must be whole minutes, ascending, disjoint and within the day. Throws `calendarHoursInvalid`. */
export function checkIntervals(intervals: readonly MinuteInterval[]): void {
  let end = 0;
  for (const { from, until } of intervals) {
    const isSound = Number.isInteger(from) && Number.isInteger(until) && from >= end && until > from;
    if (!isSound || until > MINUTES_PER_DAY) throw new SlaError("calendarHoursInvalid", { from, until });
    end = until;
  }
}
