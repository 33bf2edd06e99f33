import { describe, expect, test } from "vitest";
import { parseDay } from "@/lib/sla";
import { isInMonthOf, monthEnds, movePeriod, TIME_MACHINE_MONTHS } from "@/lib/time-machine";

const AS_OF = parseDay("2020-10-20");

function moved(from: string, to: string, monthEnd: string) {
  const period = movePeriod({ from: parseDay(from), to: parseDay(to) }, parseDay(monthEnd), AS_OF);
  return `${period.from} ${period.to}`;
}

describe("a period moved to an earlier month", () => {
  test.each([
    ["2020-01-01", "2020-10-20", "2020-06-30", "2020-01-01 2020-06-30"],
    ["2020-01-01", "2020-10-20", "2019-12-31", "2019-01-01 2019-12-31"],
    ["2020-10-01", "2020-10-20", "2020-02-29", "2020-02-01 2020-02-29"],
    ["2020-07-01", "2020-09-30", "2020-02-29", "2019-12-01 2020-02-29"],
    ["2020-08-21", "2020-09-20", "2020-03-31", "2020-02-21 2020-03-20"],
    ["2020-03-05", "2020-04-17", "2020-10-31", "2020-09-01 2020-10-20"],
  ])("%s … %s at %s is %s", (from, to, monthEnd, expected) => {
    expect(moved(from, to, monthEnd)).toBe(expected);
  });

  test("moving twice is moving once", () => {
    for (const end of monthEnds(AS_OF)) {
      const once = movePeriod({ from: parseDay("2020-01-01"), to: AS_OF }, end, AS_OF);
      expect(movePeriod(once, end, AS_OF)).toEqual(once);
    }
  });
});

test("the machine stops at month ends, last of all at the as-of day", () => {
  const ends = monthEnds(AS_OF);
  expect(ends).toHaveLength(TIME_MACHINE_MONTHS);
  expect(ends.slice(-2)).toEqual(["2020-09-30", "2020-10-20"]);
  expect(ends[0]).toBe("2018-11-30");
});

test.each([
  ["2025-07-01", "2025-07-31", true],
  ["2025-07-01", "2025-06-30", false],
  ["2025-07-21", "2025-07-20", false],
])("units that changed on %s: a break before the stop of %s: %s", (on, monthEnd, expected) => {
  expect(isInMonthOf(parseDay(on), parseDay(monthEnd))).toBe(expected);
});
