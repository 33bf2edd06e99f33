import { describe, expect, it } from "vitest";
import { DEFAULT_TARGET } from "@/lib/filters";
import { type RecoveryInput, recoveryPath, runningRates, targetDay } from "@/lib/insight/recovery-path";
import { compileCalendar, parseDay, type Rate } from "@/lib/sla";
import { feasibleText, orderedText, recoveryText } from "@/lib/strings/home";

const ASOF = parseDay("2020-10-31");
const TAY_SON: RecoveryInput = {
  rate: { ok: 17_993, of: 19_150 },
  target: DEFAULT_TARGET,
  period: { from: parseDay("2020-01-01"), to: ASOF },
  asOf: ASOF,
  reachBy: null,
  months: [{ ok: 80, of: 100 }, { ok: 94, of: 100 }, null, { ok: 95, of: 100 }, { ok: 96, of: 100 }],
  overdue: 81,
  calendar: compileCalendar({ version: 1, firstYear: 2018, lastYear: 2021, entries: [] }),
};

function path(change: Partial<RecoveryInput> = {}) {
  const found = recoveryPath({ ...TAY_SON, ...change });
  if (found === null) throw new Error("a path");
  return found;
}

describe("the way back to the target", () => {
  it("is told as the letter would", () => {
    const found = path();
    expect(found).toMatchObject({ consecutive: 3990, tenthsOfMonths: 21, until: "2020-11-30" });
    expect(found.plan.reachable).toBe(false);
    expect(recoveryText(found, DEFAULT_TARGET)).toBe(
      "Đường về 95%: cần 3.990 hồ sơ đúng hạn liên tiếp (≈ 2,1 tháng); không thể đạt trước 30/11.",
    );
    expect(feasibleText(found.feasibleOn)).toMatch(/^Sớm nhất có thể đạt: \d\d\/\d\d\/202[01]\.$/);
  });

  it("says how many may still be late where it can be done", () => {
    const found = path({ rate: { ok: 949, of: 1000 }, overdue: 0, reachBy: parseDay("2021-06-30") });
    expect(found.until).toBe("2021-06-30");
    expect(recoveryText(found, DEFAULT_TARGET)).toMatch(
      /để đạt trước 30\/06 chỉ được trễ thêm \d+ trong khoảng \d+ hồ sơ\.$/,
    );
  });

  it("says what is left when the target is met, and what the overdue ones will do", () => {
    expect(recoveryText(path({ rate: { ok: 990, of: 1000 }, overdue: 0 }), DEFAULT_TARGET)).toMatch(
      /^Đã đạt mức 95%: đến/,
    );
    expect(recoveryText(path({ rate: { ok: 950, of: 1000 }, overdue: 90 }), DEFAULT_TARGET)).toContain("kéo xuống");
  });

  it("takes the three newest months for the pace and the worst of all for the lower edge", () => {
    const { paceShare, worstShare, cone } = path();
    expect(paceShare).toBeCloseTo(0.95, 10);
    expect(worstShare).toBe(0.8);
    expect(cone[0]).toEqual({ day: ASOF, best: 17_993 / 19_150, pace: 17_993 / 19_150, worst: 17_993 / 19_150 });
    for (const point of cone.slice(1)) {
      expect(point.best).toBeGreaterThan(point.pace);
      expect(point.pace).toBeGreaterThan(point.worst);
    }
    expect(cone.map(({ day }) => day)).toContain("2020-11-30");
    expect(cone.at(-1)?.best).toBeGreaterThanOrEqual(0.95);
  });

  it("needs no decree of next year's days off, and nothing to count has no way", () => {
    const calendar = compileCalendar({ version: 1, firstYear: 2020, lastYear: 2020, entries: [] });
    expect(path({ calendar, asOf: parseDay("2020-12-31") })).toMatchObject({ until: "2021-01-31", feasibleOn: null });
    expect(recoveryPath({ ...TAY_SON, rate: null })).toBeNull();
  });

  it("keeps the day ordered while it lies ahead, and says so when it is past", () => {
    expect(targetDay(ASOF, parseDay("2020-10-30"))).toBe("2020-11-30");
    expect(targetDay(parseDay("2020-10-30"), null)).toBe("2020-10-31");
    expect(orderedText(parseDay("2020-10-30"), "Văn bản", ASOF)).toBe("Văn bản (hạn 30/10/2020 đã qua)");
    expect(orderedText(parseDay("2020-12-31"), "Văn bản", ASOF)).toBe("Văn bản");
  });
});

describe("the rate of a period so far", () => {
  const month = (from: string, to: string, own: Rate) => ({
    period: { from: parseDay(from), to: parseDay(to) },
    rate: own,
  });
  const months = [
    month("2019-12-01", "2019-12-31", { ok: 1, of: 2 }),
    month("2020-01-01", "2020-01-31", { ok: 9, of: 10 }),
    month("2020-02-01", "2020-02-29", null),
    month("2020-03-01", "2020-03-17", { ok: 20, of: 20 }),
  ];

  it("adds up month by month from its first day", () => {
    const period = { from: parseDay("2020-01-01"), to: parseDay("2020-03-17") };
    expect(runningRates(months, period, { ok: 29, of: 30 }).map(({ day, rate }) => [day, rate.ok, rate.of])).toEqual([
      ["2020-01-31", 9, 10],
      ["2020-02-29", 9, 10],
      ["2020-03-17", 29, 30],
    ]);
  });

  it("is known only at the end of a period that begins within a month", () => {
    const period = { from: parseDay("2020-01-15"), to: parseDay("2020-03-17") };
    expect(runningRates(months, period, { ok: 25, of: 26 })).toEqual([{ day: "2020-03-17", rate: { ok: 25, of: 26 } }]);
    expect(runningRates(months, period, null)).toEqual([]);
  });
});
