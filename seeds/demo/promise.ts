import type { TimeLimit } from "@/lib/sla/types";
import type { DayGrid, DayNumber } from "./day-grid";
import { clockOf, DAY_ENDS_AT, MINUTES_PER_DAY } from "./office-time";
import type { Moment } from "./types";

const MINUTES_PER_HOUR = 60;

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

/** The day promised for something received on the day; for hours, received at that worked minute. */
export function promise(grid: DayGrid, limit: TimeLimit, received: DayNumber, workedMinute: number): Moment {
  switch (limit.unit) {
    case "workingHour": {
      const start = grid.isWorking(received) ? workedMinute : 0;
      const minutes = start + limit.amount * MINUTES_PER_HOUR;
      const first = grid.onToWorking(received);
      if (minutes <= MINUTES_PER_DAY) return { day: first, minute: clockOf(Math.min(minutes, MINUTES_PER_DAY - 1)) };
      return { day: grid.addWorking(first, 1), minute: clockOf(minutes - MINUTES_PER_DAY) };
    }
    case "workingDay":
      return { day: grid.addWorking(received, limit.amount), minute: DAY_ENDS_AT };
    case "calendarDay":
      return { day: grid.onToWorking(received + limit.amount), minute: DAY_ENDS_AT };
    case "month":
      return { day: grid.onToWorking(grid.monthsBefore(received, -limit.amount)), minute: DAY_ENDS_AT };
  }
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
