import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, computeDueDay, makeMoment, parseDay, type TimeLimit } from "@/lib/sla";
import { CASES, slowCases } from "./support/arbitraries";
import { calendar, entry, vietnameseCalendar } from "./support/calendars";

const vietnam = vietnameseCalendar();

describe("a due day", () => {
  const limits: fc.Arbitrary<TimeLimit> = fc
    .record({
      amount: fc.integer({ min: 0, max: 40 }),
      unit: fc.constantFrom("workingDay", "workingHour", "calendarDay", "month"),
    })
    .map(({ amount, unit }) => ({ amount: unit === "month" ? amount % 8 : amount, unit }));
  const receipts = fc
    .tuple(fc.integer({ min: 0, max: 700 }), fc.option(fc.integer({ min: 0, max: 86_399 }), { nil: null }))
    .map(([days, second]) => {
      const on = addDays(parseDay("2019-06-01"), days);
      return { on, at: second === null ? null : makeMoment(on, second) };
    });
  const last = (due: ReturnType<typeof computeDueDay>) => due.dueAt ?? due.dueOn;

  it("never comes earlier for more time, nor for a later receipt, nor before the receipt", () => {
    fc.assert(
      fc.property(receipts, receipts, limits, fc.integer({ min: 0, max: 10 }), (a, b, limit, more) => {
        const due = computeDueDay(vietnam, a, limit);
        expect(due.dueOn >= a.on).toBe(true);
        const longer = computeDueDay(vietnam, a, { ...limit, amount: limit.amount + more });
        expect(last(longer) >= last(due)).toBe(true);
        if ((a.at === null) !== (b.at === null)) return;
        const [first, second] = (a.at ?? a.on) < (b.at ?? b.on) ? [a, b] : [b, a];
        const earlier = computeDueDay(vietnam, first, limit);
        expect(last(computeDueDay(vietnam, second, limit)) >= last(earlier)).toBe(true);
      }),
      { numRuns: CASES },
    );
  });

  const weekdays = fc.integer({ min: 0, max: 300 }).map((days) => addDays(parseDay("2020-01-01"), days));

  it("never comes earlier for a new day off, nor later for a new worked day", () => {
    const years = { firstYear: 2019, lastYear: 2022 };
    const plain = calendar(years);
    fc.assert(
      fc.property(receipts, limits, weekdays, (received, limit, day) => {
        const due = last(computeDueDay(plain, received, limit));
        expect(
          last(computeDueDay(calendar({ ...years, entries: [entry([day, "off"])] }), received, limit)) >= due,
        ).toBe(true);
        expect(
          last(computeDueDay(calendar({ ...years, entries: [entry([day, "work"])] }), received, limit)) <= due,
        ).toBe(true);
      }),
      { numRuns: slowCases(10) },
    );
  });
});
