import { describe, expect, test } from "vitest";
import { spreadOf } from "@/lib/insight/spread";

describe("half of them, and nine in ten, were done within", () => {
  test.each([
    [[], { count: 0, sum: 0, median: null, ninth: null }],
    [[{ days: 4, count: 1 }], { count: 1, sum: 4, median: 4, ninth: 4 }],
    [
      [
        { days: 9, count: 1 },
        { days: 1, count: 5 },
        { days: 3, count: 4 },
      ],
      { count: 10, sum: 26, median: 1, ninth: 3 },
    ],
  ])("%j", (lengths, expected) => {
    expect(spreadOf(lengths)).toEqual(expected);
  });
});
