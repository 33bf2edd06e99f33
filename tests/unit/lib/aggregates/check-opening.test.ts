import { describe, expect, test } from "vitest";
import { checkOpening } from "@/lib/aggregates/check-opening";

describe("checkOpening", () => {
  test.each([
    ["as many as were open", { openTotal: 10 }, { carriedOver: 10 }],
    ["paused ones carried over", { openTotal: 10, paused: 2 }, { carriedOver: 12 }],
    ["paused ones left aside", { openTotal: 10, paused: 2 }, { carriedOver: 10 }],
    ["classes instead of a total", { inTime: 8, overdue: 2 }, { carriedOver: 10 }],
    ["a form without carried over", { openTotal: 10 }, {}],
    ["a form without open ones", { inTime: 8 }, { carriedOver: 3 }],
  ])("says nothing: %s", (_name, before, next) => {
    expect(checkOpening(before, next)).toBeNull();
  });

  test("names both numbers and the cells of the earlier table", () => {
    expect(checkOpening({ openTotal: 10, paused: 2 }, { carriedOver: 11 })).toEqual({
      opening: 11,
      closing: 12,
      closingOf: ["openTotal", "paused"],
    });
    expect(checkOpening({ inTime: 8, overdue: 2 }, { carriedOver: 0 })?.closingOf).toEqual(["inTime", "overdue"]);
  });
});
