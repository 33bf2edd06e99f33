import type { Random } from "./random";

/** A working day is 480 minutes: 07:00 – 11:30 and 13:30 – 17:00. */
export const MINUTES_PER_DAY = 480;
export const DAY_ENDS_AT = 17 * 60;

const MORNING_STARTS_AT = 7 * 60;
const MORNING_MINUTES = 270;
const AFTERNOON_STARTS_AT = 13 * 60 + 30;

/** Worked minutes since the office opened → minutes since midnight. */
export function clockOf(worked: number): number {
  return worked < MORNING_MINUTES ? MORNING_STARTS_AT + worked : AFTERNOON_STARTS_AT + worked - MORNING_MINUTES;
}

/** A worked minute between the two, both in worked minutes; most people come in the morning. */
export function drawWorkedMinute(random: Random, low: number, high: number): number {
  const point = Math.min(random.next(), random.next() * 1.4);
  return low + Math.floor(Math.min(point, 0.999) * (high - low + 1));
}
