import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, type CalendarDay, parseDay } from "@/lib/sla";
import { type Pieces, splitPeriod } from "@/server/ledger/pieces";

const START = parseDay("2019-01-01");
const SPAN_DAYS = 900;

/** How often a movement of that day is counted before and within the period, as the ledger query reads it. */
function countsOf(day: CalendarDay, pieces: Pieces): { before: number; within: number } {
  const month = parseDay(`${day.slice(0, 7)}-01`);
  const counted = (conditions: readonly boolean[]): number => conditions.filter(Boolean).length;
  return {
    before: counted([month < pieces.beforeDays, day >= pieces.beforeDays && day < pieces.from]),
    within: counted([
      day >= pieces.from && day < pieces.wholeFrom,
      month >= pieces.wholeFrom && month < pieces.tailFrom,
      day >= pieces.tailFrom && day < pieces.until,
    ]),
  };
}

test("every day up to the end of a period is counted once, before it or within it", () => {
  const dayOffset = fc.integer({ min: 0, max: SPAN_DAYS });
  fc.assert(
    fc.property(dayOffset, fc.integer({ min: -1, max: 500 }), dayOffset, (fromOffset, length, dayOffsetInSpan) => {
      const from = addDays(START, fromOffset);
      const to = addDays(from, length);
      const day = addDays(START, dayOffsetInSpan);
      expect(countsOf(day, splitPeriod({ from, to }))).toEqual({
        before: day < from ? 1 : 0,
        within: day >= from && day <= to ? 1 : 0,
      });
    }),
    { numRuns: 5000 },
  );
});

test("ten whole months read no single day", () => {
  const pieces = splitPeriod({ from: parseDay("2020-01-01"), to: parseDay("2020-10-31") });
  expect(pieces).toEqual({
    beforeDays: "2020-01-01",
    from: "2020-01-01",
    wholeFrom: "2020-01-01",
    tailFrom: "2020-11-01",
    until: "2020-11-01",
  });
});
