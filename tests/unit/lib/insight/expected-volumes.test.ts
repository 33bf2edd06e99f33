import { describe, expect, it } from "vitest";
import { expectedVolumes } from "@/lib/insight/expected-volumes";
import { addMonths, lastMonthIn, lastOfMonth } from "@/lib/period";
import { emptyTally, parseDay } from "@/lib/sla";

/** Months up to September 2020 as [received, resolved]. */
function monthsOf(counts: readonly (readonly [received: number, resolved: number])[]) {
  const first = addMonths(parseDay("2020-10-01"), -counts.length);
  return counts.map(([received, resolved], index) => {
    const from = addMonths(first, index);
    return {
      period: { from, to: lastOfMonth(from) },
      tally: { ...emptyTally(), receivedOnline: received, onTime: resolved },
    };
  });
}

const OCTOBER = { from: parseDay("2020-10-01"), to: parseDay("2020-10-31") };

describe("what a unit would take in by its own past", () => {
  it("is its share of days, from the first month in which anybody resolved anything", () => {
    const history = new Map([
      [
        1,
        monthsOf([
          [7, 0],
          [31, 30],
          [31, 31],
          [30, 30],
        ]),
      ],
      // It began later than the others; the months without any count.
      [
        2,
        monthsOf([
          [0, 0],
          [0, 0],
          [0, 0],
          [92, 90],
        ]),
      ],
    ]);
    expect([...expectedVolumes(history, OCTOBER)]).toEqual([
      [1, 31],
      [2, 31],
    ]);
    const week = { from: parseDay("2020-10-05"), to: parseDay("2020-10-11") };
    expect(expectedVolumes(history, week).get(1)).toBe(7);
  });

  it("is unknown with fewer than three months, none, or no day to count", () => {
    expect(
      expectedVolumes(
        new Map([
          [
            1,
            monthsOf([
              [9, 0],
              [31, 9],
              [30, 9],
            ]),
          ],
        ]),
        OCTOBER,
      ).size,
    ).toBe(0);
    expect(
      expectedVolumes(
        new Map([
          [
            1,
            monthsOf([
              [9, 0],
              [31, 0],
              [31, 0],
              [30, 0],
            ]),
          ],
        ]),
        OCTOBER,
      ).size,
    ).toBe(0);
    expect(expectedVolumes(new Map(), OCTOBER).size).toBe(0);
    const nothing = { from: parseDay("2020-11-01"), to: parseDay("2020-10-31") };
    expect(
      expectedVolumes(
        new Map([
          [
            1,
            monthsOf([
              [31, 9],
              [31, 9],
              [30, 9],
            ]),
          ],
        ]),
        nothing,
      ).size,
    ).toBe(0);
  });
});

it("the last month of a period ends with it and begins no earlier", () => {
  expect(lastMonthIn({ from: parseDay("2020-01-01"), to: parseDay("2020-10-20") })).toEqual({
    from: "2020-10-01",
    to: "2020-10-20",
  });
  expect(lastMonthIn({ from: parseDay("2020-10-19"), to: parseDay("2020-10-20") }).from).toBe("2020-10-19");
});
