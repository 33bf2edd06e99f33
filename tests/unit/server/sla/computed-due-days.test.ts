import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, makeMoment, parseDay, type TimeLimit, toDayNumber } from "@/lib/sla";
import { compileCalendars } from "@/server/sla/compile-calendars";
import { ComputedDueDays } from "@/server/sla/computed-due-days";
import { computedDueOn } from "@/server/sla/computed-due-on";

const START = parseDay("2020-01-01");
const LIMITS: readonly TimeLimit[] = [
  { amount: 0, unit: "workingDay" },
  { amount: 3, unit: "workingDay" },
  { amount: 15, unit: "workingDay" },
  { amount: 4, unit: "workingHour" },
  { amount: 10, unit: "calendarDay" },
  { amount: 2, unit: "month" },
];

test("what is remembered is what would be computed, whatever the hour of receipt", () => {
  const entry = { day: parseDay("2020-10-19"), kind: "off", unitId: null, name: "thử", basis: "thử" } as const;
  const calendars = [0, 1].map(
    (entries) =>
      compileCalendars({ version: 1, firstYear: 2020, lastYear: 2020, entries: entries === 0 ? [] : [entry] }, [])
        .province,
  );
  const days = new ComputedDueDays();
  const receipt = fc.record({
    offset: fc.nat({ max: 365 }),
    second: fc.option(fc.nat({ max: 86_399 }), { nil: null }),
    limit: fc.option(fc.constantFrom(...LIMITS), { nil: null }),
    calendar: fc.constantFrom(...calendars),
  });
  fc.assert(
    fc.property(receipt, ({ offset, second, limit, calendar }) => {
      const on = addDays(START, offset);
      const at = second === null ? null : makeMoment(on, second);
      const received = { on, at, dayNumber: toDayNumber(on), second };
      expect(days.of(calendar, received, limit)).toBe(computedDueOn(calendar, received, limit));
    }),
    { numRuns: 3000 },
  );
});
