import { computeDueDay, makeMoment, secondOfDay, type TimeLimit } from "@/lib/sla";
import type { DayGrid, DayNumber } from "./day-grid";
import { clockOf, DAY_ENDS_AT } from "./office-time";
import type { Moment } from "./types";

const SECONDS_PER_MINUTE = 60;

/** About how many working days the limit is; 0 for limits in hours. */
export function workingDaysIn(limit: TimeLimit): number {
  switch (limit.unit) {
    case "workingHour":
      return 0;
    case "workingDay":
      return limit.amount;
    case "calendarDay":
      return Math.max(1, Math.floor((limit.amount * 5) / 7) - 1);
    case "month":
      return limit.amount * 20;
  }
}

/** What the time limit promises, as the engine computes it, for something received at that worked minute. */
export function promise(grid: DayGrid, limit: TimeLimit, received: DayNumber, workedMinute: number): Moment {
  const on = grid.toText(received);
  const at = makeMoment(on, clockOf(workedMinute) * SECONDS_PER_MINUTE);
  const { dueOn, dueAt } = computeDueDay(grid.calendar, { on, at }, limit);
  const minute = dueAt === null ? DAY_ENDS_AT : Math.floor(secondOfDay(dueAt) / SECONDS_PER_MINUTE);
  return { day: grid.toDay(dueOn), minute };
}

/** A working day on which it may have been received to be promised for that working day. */
export function receivedFor(grid: DayGrid, limit: TimeLimit, due: DayNumber): DayNumber {
  switch (limit.unit) {
    case "workingHour":
      return grid.addWorking(due, -1);
    case "workingDay":
      return grid.addWorking(due, -limit.amount);
    case "calendarDay":
      return grid.backToWorking(due - limit.amount);
    case "month":
      return grid.backToWorking(grid.monthsBefore(due, limit.amount));
  }
}
