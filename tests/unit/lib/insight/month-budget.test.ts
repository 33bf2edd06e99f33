import { describe, expect, it } from "vitest";
import { DEFAULT_TARGET } from "@/lib/filters";
import { monthBudget } from "@/lib/insight/month-budget";
import { lastOfMonth } from "@/lib/period";
import { compileCalendar, emptyTally, parseDay } from "@/lib/sla";
import { budgetText } from "@/lib/strings/units";

const calendar = compileCalendar({ version: 1, firstYear: 2020, lastYear: 2020, entries: [] });
const month = (from: string, onTime: number, late: number, to = lastOfMonth(parseDay(from))) => ({
  period: { from: parseDay(from), to },
  tally: { ...emptyTally(), onTime, late },
});
const BEFORE = [month("2020-07-01", 190, 10), month("2020-08-01", 95, 5), month("2020-09-01", 290, 10)];

describe("the late dossiers a month can bear", () => {
  it("go by the volume of the three months before, as long as the month is not over it", () => {
    const found = monthBudget(
      [...BEFORE, month("2020-10-01", 77, 3, parseDay("2020-10-15"))],
      calendar,
      DEFAULT_TARGET,
    );
    expect(found).toMatchObject({ expected: 200, budget: { allowed: 10, used: 3, left: 7 } });
    if (found === null) throw new Error("a budget");
    expect(budgetText(found, false)).toBe(
      "Tháng 10/2020: trễ 3, được phép trễ 10 trong khoảng 200 hồ sơ của tháng; còn 7.",
    );
  });

  it("go by the month itself once it is larger, and say by how much it is overdrawn", () => {
    const found = monthBudget([...BEFORE, month("2020-10-01", 270, 30)], calendar, DEFAULT_TARGET);
    if (found === null) throw new Error("a budget");
    expect(budgetText(found, true)).toBe("Tháng 10/2020: trễ 30, được phép trễ 15 trong 300 hồ sơ; vượt 15.");
  });

  it("say when they will be used up, when that is within the month", () => {
    const found = monthBudget(
      [...BEFORE, month("2020-10-01", 70, 8, parseDay("2020-10-15"))],
      calendar,
      DEFAULT_TARGET,
    );
    if (found === null) throw new Error("a budget");
    expect(budgetText(found, false)).toContain("còn 2, với nhịp này hết vào 20/10/2020.");
  });

  it("are unknown without a month to go by, and beyond the calendar", () => {
    expect(monthBudget([month("2020-10-01", 9, 1)], calendar, DEFAULT_TARGET)).toBeNull();
    expect(monthBudget([], calendar, DEFAULT_TARGET)).toBeNull();
    const late = [month("2020-11-01", 95, 1), month("2020-12-01", 20, 1)];
    expect(monthBudget(late, calendar, DEFAULT_TARGET)).toBeNull();
  });
});
