import { describe, expect, it } from "vitest";
import { CASES } from "./support/arbitraries";
import { compareWithLoops } from "./support/compare-with-loops";

// In CI a hundred thousand, and ten thousand more in each other zone; a million by `npm run compare-engine`.
const QUESTIONS = CASES < 10_000 ? 3 * CASES : CASES * (process.env.TZ === "UTC" ? 10 : 1);

describe("the engine and loops over days and minutes, written apart", () => {
  it("agree on due days, working time, pauses, verdicts and ages", () => {
    expect(compareWithLoops(QUESTIONS, 20_201_031)).toEqual([]);
  });
});
