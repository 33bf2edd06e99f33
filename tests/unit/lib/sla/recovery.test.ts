import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Ahead,
  burnAlert,
  dossiersAtShare,
  firstFeasibleDay,
  lateAllowedAmong,
  lateBudget,
  meetsTarget,
  parseDay,
  planRecovery,
  type TargetRule,
} from "@/lib/sla";
import { CASES } from "./support/arbitraries";
import { vietnameseCalendar } from "./support/calendars";

const vietnam = vietnameseCalendar();
const REACH: TargetRule = { thresholdBp: 9500, mustExceed: false };
const EXCEED: TargetRule = { thresholdBp: 9500, mustExceed: true };
const TAY_SON = { ok: 17_993, of: 19_150 };
const ahead = (count: number, alreadyLate = 0, onTimeShare = 0.98): Ahead => ({ count, alreadyLate, onTimeShare });

describe("the way back to 95 %", () => {
  it("of Tây Sơn: out of reach within a month even with no late dossier", () => {
    expect(planRecovery(TAY_SON, REACH, ahead(1915))).toEqual({
      missing: 200,
      consecutive: 3990,
      lateAllowed: -104,
      newLateAllowed: -104,
      requiredShare: null,
      chance: 0,
      reachable: false,
    });
  });

  it("of Tây Sơn: 100 late ones among the next 6.000, some of them already lost", () => {
    expect(planRecovery(TAY_SON, REACH, ahead(6000))).toMatchObject({
      lateAllowed: 100,
      reachable: true,
      requiredShare: 5900 / 6000,
    });
    expect(planRecovery(TAY_SON, REACH, ahead(6000, 60))).toMatchObject({
      lateAllowed: 100,
      newLateAllowed: 40,
      reachable: true,
    });
    expect(planRecovery(TAY_SON, REACH, ahead(6000, 101))).toMatchObject({
      newLateAllowed: -1,
      reachable: false,
      chance: 0,
    });
    expect(planRecovery(TAY_SON, REACH, ahead(3990))).toMatchObject({
      lateAllowed: 0,
      requiredShare: 1,
      reachable: true,
    });
  });

  it("at 98 % of the rest on time: 6.650 dossiers", () => {
    expect(dossiersAtShare(TAY_SON, REACH, 0.98)).toBe(6650);
    expect(dossiersAtShare(TAY_SON, EXCEED, 0.98)).toBe(6651);
    expect(dossiersAtShare(TAY_SON, REACH, 0.97)).toBe(9975);
    expect(dossiersAtShare(TAY_SON, REACH, 1)).toBe(3990);
    expect(dossiersAtShare(TAY_SON, REACH, 0.95)).toBeNull();
    expect(dossiersAtShare({ ok: 19, of: 20 }, REACH, 0.5)).toBe(0);
    expect(dossiersAtShare(null, REACH, 0.99)).toBeNull();
    expect(dossiersAtShare({ ok: 93, of: 100 }, REACH, 0.98)).toBe(67);
  });

  it("names the first day on which it can be done", () => {
    const day = (dossiers: number, perDay: number) =>
      firstFeasibleDay(vietnam, parseDay("2020-03-02"), dossiers, perDay);
    expect(day(100, 20)).toBe("2020-03-09");
    expect(day(101, 20)).toBe("2020-03-10");
    expect(day(0, 20)).toBe("2020-03-02");
    expect(day(1, 0)).toBeNull();
    expect(day(3, 1)).toBe("2020-03-05");
    // Nothing lacks on a Saturday: that day, not the next working day.
    expect(firstFeasibleDay(vietnam, parseDay("2020-03-07"), 0, 20)).toBe("2020-03-07");
  });

  it("says how likely it is", () => {
    const sure = planRecovery({ ok: 99, of: 100 }, REACH, ahead(10, 0, 0.5));
    expect(sure).toMatchObject({ missing: 0, consecutive: 0, chance: expect.closeTo(0.377, 3) });
    expect(planRecovery({ ok: 1000, of: 1000 }, REACH, ahead(10, 0, 0.5))?.chance).toBe(1);
    expect(planRecovery(null, REACH, ahead(20, 1, 1))).toMatchObject({ lateAllowed: 1, newLateAllowed: 0, chance: 1 });
    expect(planRecovery(null, REACH, ahead(0))).toBeNull();
    expect(planRecovery(null, REACH, ahead(0, 0))).toBeNull();
    expect(planRecovery({ ok: 19, of: 20 }, REACH, ahead(0))).toMatchObject({
      requiredShare: null,
      chance: 1,
      reachable: true,
    });
  });

  it("asks for the share needed of one dossier ahead, of as many as are counted, and for none where none is needed", () => {
    const share = (ok: number, of: number, count: number) =>
      planRecovery({ ok, of }, REACH, ahead(count))?.requiredShare;
    expect(share(19, 20, 1)).toBe(1);
    expect(share(19, 20, 20)).toBe(19 / 20);
    expect(share(1000, 1000, 10)).toBe(0);
  });

  it("allows just as many late ones as the target bears", () => {
    const rules = fc.record({ thresholdBp: fc.integer({ min: 1, max: 10_000 }), mustExceed: fc.boolean() });
    fc.assert(
      fc.property(rules, fc.integer({ min: 1, max: 100_000 }), (rule, of) => {
        const late = lateAllowedAmong(of, rule);
        if (late >= 0) expect(meetsTarget({ ok: of - late, of }, rule)).toBe(true);
        if (late < of) expect(meetsTarget({ ok: of - late - 1, of }, rule)).toBe(false);
      }),
      { numRuns: CASES },
    );
    expect([lateAllowedAmong(20, REACH), lateAllowedAmong(20, EXCEED), lateAllowedAmong(19, REACH)]).toEqual([1, 0, 0]);
  });
});

describe("the month's budget of late dossiers", () => {
  const march = (late: number, asOf = "2020-03-13", expectedVolume = 400) =>
    lateBudget(vietnam, { before: parseDay("2020-02-29"), asOf: parseDay(asOf), late, expectedVolume }, REACH);

  it("is what the target leaves, and runs out at the pace so far", () => {
    expect(march(0)).toEqual({ allowed: 20, used: 0, left: 20, exhaustedOn: null });
    // Ten late in ten working days, ten left: ten working days more.
    expect(march(10)).toEqual({ allowed: 20, used: 10, left: 10, exhaustedOn: "2020-03-27" });
    expect(march(15)).toEqual({ allowed: 20, used: 15, left: 5, exhaustedOn: "2020-03-19" });
    expect(march(20)).toEqual({ allowed: 20, used: 20, left: 0, exhaustedOn: "2020-03-13" });
    expect(march(30)).toEqual({ allowed: 20, used: 30, left: -10, exhaustedOn: "2020-03-13" });
    expect(march(1, "2020-03-01")).toMatchObject({ left: 19, exhaustedOn: "2020-03-26" });
    expect(march(19)).toMatchObject({ left: 1, exhaustedOn: "2020-03-16" });
    // Used up on a Saturday: then, not on the next working day.
    expect(march(20, "2020-03-14")).toMatchObject({ left: 0, exhaustedOn: "2020-03-14" });
    expect(march(0, "2020-03-13", 0)).toMatchObject({ allowed: 0, left: 0 });
  });

  it("alarms when a day or a week eats much of it, but not for one or two, nor for what chance explains", () => {
    const quiet = { late: 0, of: 50 };
    expect(burnAlert(20, { late: 5, of: 12 }, quiet, REACH)).toBe("page");
    expect(burnAlert(20, { late: 4, of: 12 }, quiet, REACH)).toBe("none");
    expect(burnAlert(4, { late: 2, of: 3 }, quiet, REACH)).toBe("none");
    expect(burnAlert(20, { late: 5, of: 100 }, quiet, REACH)).toBe("none");
    expect(burnAlert(20, quiet, { late: 10, of: 60 }, REACH)).toBe("ticket");
    expect(burnAlert(20, quiet, { late: 9, of: 60 }, REACH)).toBe("none");
    expect(burnAlert(6, quiet, { late: 3, of: 10 }, REACH)).toBe("none");
    expect(burnAlert(6, quiet, { late: 3, of: 8 }, REACH)).toBe("ticket");
  });
});
