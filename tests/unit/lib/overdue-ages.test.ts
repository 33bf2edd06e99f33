import { describe, expect, test } from "vitest";
import { overdueAgeOf } from "@/lib/overdue-ages";
import { lastDueDayPast, addDays, parseDay, workingDaysBetween } from "@/lib/sla";
import { vietnameseCalendar } from "./sla/support/calendars";

const CALENDAR_2020 = vietnameseCalendar();

describe("how long a dossier is overdue", () => {
  test.each([
    [0, "overdueTo5"],
    [5, "overdueTo5"],
    [6, "overdueTo15"],
    [16, "overdueTo30"],
    [30, "overdueTo30"],
    [31, "overdueLonger"],
  ])("%i working days: %s", (days, age) => {
    expect(overdueAgeOf(days)).toBe(age);
  });

  test("the last due day so many working days past: it is, the day after is not", () => {
    for (let offset = 0; offset < 60; offset++) {
      const asOf = addDays(parseDay("2020-09-01"), offset);
      for (const days of [1, 6, 16, 31]) {
        const due = lastDueDayPast(CALENDAR_2020, asOf, days);
        expect(workingDaysBetween(CALENDAR_2020, due, asOf)).toBeGreaterThanOrEqual(days);
        expect(workingDaysBetween(CALENDAR_2020, addDays(due, 1), asOf)).toBeLessThan(days);
      }
    }
  });
});
