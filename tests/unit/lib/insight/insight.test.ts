import { describe, expect, it } from "vitest";
import { DEFAULT_TARGET } from "@/lib/filters";
import { weighEvidence } from "@/lib/insight/evidence";
import { firstThings } from "@/lib/insight/first-things";
import { funnelOf } from "@/lib/insight/funnel";
import { lowUsageOf, middleVolume } from "@/lib/insight/low-usage";
import { directionOf, isLastingMiss } from "@/lib/insight/month-pattern";
import { moversOf } from "@/lib/insight/movers";
import { paretoOf } from "@/lib/insight/pareto";
import { emptyTally, type Rate } from "@/lib/sla";

const rate = (ok: number, of: number): Rate => (of === 0 ? null : { ok, of });

describe("who makes the late dossiers", () => {
  it("counts the fewest that make half, the most first", () => {
    const { parts, vitalFew } = paretoOf([1, 30, 0, 20, 9], (count) => count, 100);
    expect(parts.map(({ count, shareBp, runningBp }) => [count, shareBp, runningBp])).toEqual([
      [30, 3000, 3000],
      [20, 2000, 5000],
      [9, 900, 5900],
      [1, 100, 6000],
    ]);
    expect(vitalFew).toBe(2);
  });

  it("takes all of them when they make less than half, and none when nothing is late", () => {
    expect(paretoOf([1, 2], (count) => count, 100).vitalFew).toBe(2);
    expect(paretoOf([0], (count) => count, 0)).toEqual({ parts: [], vitalFew: 0, whole: 0 });
  });
});

describe("who got better and worse", () => {
  const row = (unitId: number, ok: number, of: number) => ({ unitId, rate: rate(ok, of) });

  it("orders by the change of the printed rates and leaves out what was too few or not there", () => {
    const now = [row(1, 90, 100), row(2, 99, 100), row(3, 10, 19), row(4, 95, 100), row(5, 50, 100)];
    const before = [row(1, 95, 100), row(2, 95, 100), row(3, 90, 100), row(5, 5, 10)];
    expect(moversOf(now, before, DEFAULT_TARGET).map(({ row: { unitId }, changeBp }) => [unitId, changeBp])).toEqual([
      [2, 400],
      [1, -500],
    ]);
  });
});

describe("what to look at first", () => {
  const unit = (unitId: number, overdue: number, late: number) => ({
    unitId,
    name: `Xã ${unitId}`,
    rate: rate(100 - late, 100),
    tally: { ...emptyTally(), overdue, late },
  });
  const units = [unit(1, 5, 10), unit(2, 9, 3)];
  const base = { unitId: 7, handling: units, movers: [], dueSoon: 4, pausedLong: 2 };
  const pareto = paretoOf(units, ({ tally }) => tally.late, 20);

  it("is at most three things, open ones first, each with its own list", () => {
    expect(firstThings({ ...base, pareto })).toEqual([
      { kind: "mostOverdue", unitId: 2, unitName: "Xã 2", count: 9 },
      { kind: "dueSoon", unitId: 7, count: 4 },
      { kind: "mostLate", unitId: 1, unitName: "Xã 1", count: 10, shareBp: 5000 },
    ]);
  });

  it("names a fall of a point or more, and no unit twice for the same", () => {
    const [first, second] = units;
    if (!first || !second) throw new Error("two units");
    const movers = [{ row: first, before: null, changeBp: -100 }];
    const kinds = (input: Parameters<typeof firstThings>[0]) => firstThings(input).map(({ kind }) => kind);
    expect(kinds({ ...base, movers, pareto, dueSoon: 0 })).toEqual(["mostOverdue", "biggestDrop", "mostLate"]);
    const small = [{ row: first, before: null, changeBp: -99 }];
    expect(kinds({ ...base, movers: small, pareto, dueSoon: 0 })).toEqual(["mostOverdue", "mostLate", "pausedLong"]);
    const own = paretoOf([second], ({ tally }) => tally.late, 3);
    expect(kinds({ ...base, pareto: own, dueSoon: 0 })).toEqual(["mostOverdue", "pausedLong"]);
  });

  it("is nothing where nothing waits and nothing was late", () => {
    const calm = { unitId: 7, handling: [unit(1, 0, 0)], movers: [], dueSoon: 0, pausedLong: 0 };
    expect(firstThings({ ...calm, pareto: paretoOf([unit(1, 0, 0)], ({ tally }) => tally.late, 0) })).toEqual([]);
  });
});

describe("units that hardly use the software", () => {
  it("take in less than a quarter of what the middle one does", () => {
    expect(lowUsageOf([100, 24, 0, 200, 25, 300], (count) => count)).toEqual([
      { item: 0, received: 0, ofMiddle: 0, expected: null, isHardlyUsed: true },
      { item: 24, received: 24, ofMiddle: 24, expected: null, isHardlyUsed: true },
    ]);
  });

  it("or less than half of what they used to, where that was no small number", () => {
    const usual = new Map([
      [90, 181],
      [91, 300],
      [95, 190],
      [9, 19],
      [100, 90],
    ]);
    const low = lowUsageOf(
      [95, 90, 9, 91, 100],
      (count) => count,
      (count) => usual.get(count) ?? null,
    );
    expect(low.map(({ item, isHardlyUsed }) => [item, isHardlyUsed])).toEqual([
      [9, true],
      [91, false],
      [90, false],
    ]);
  });

  it("are none where nobody takes in anything", () => {
    expect(middleVolume([0, 0])).toBeNull();
    expect(lowUsageOf([0, 0], (count) => count)).toEqual([]);
  });
});

describe("the weight of evidence", () => {
  it("rests on many dossiers, not on the lowest rate", () => {
    const rows = [rate(0, 1), rate(850, 1000), rate(99, 100), rate(980, 1000), null].map((own, id) => ({
      id,
      rate: own,
    }));
    const weighed = weighEvidence(rows, DEFAULT_TARGET);
    expect(weighed.map(({ row }) => row.id)).toEqual([1, 0, 2, 3]);
    expect(weighed[0]).toMatchObject({ verdict: "surelyMissed" });
    expect(weighed[1]).toMatchObject({ verdict: "undecided" });
  });
});

describe("the funnel", () => {
  it("sorts units by how far chance would have to go", () => {
    const rows = [rate(2, 3), rate(850, 1000), rate(93, 100), rate(935, 1000), rate(990, 1000), null].map(
      (own, id) => ({
        id,
        rate: own,
      }),
    );
    const { points, limits } = funnelOf(rows, DEFAULT_TARGET);
    expect(Object.fromEntries(points.map(({ row, place }) => [row.id, place]))).toEqual({
      0: "within",
      1: "farBelow",
      2: "within",
      3: "below",
      4: "above",
    });
    expect(points[0]?.row.id).toBe(1);
    expect(limits[0]?.of).toBe(3);
    expect(limits.at(-1)?.of).toBe(1000);
    for (const { low, lowest, high, highest } of limits) {
      expect(lowest).toBeLessThanOrEqual(low);
      expect(low).toBeLessThanOrEqual(0.95);
      expect(high).toBeGreaterThanOrEqual(0.95);
      expect(highest).toBeGreaterThanOrEqual(high);
    }
  });

  it("is empty without units", () => {
    expect(funnelOf([{ rate: null }], DEFAULT_TARGET)).toEqual({ points: [], limits: [] });
  });
});

describe("months of a unit", () => {
  const months = (...oks: (number | null)[]): Rate[] => oks.map((ok) => (ok === null ? null : rate(ok, 100)));

  it.each([
    ["up", months(90, 90, 90, 91, 91, 91)],
    ["down", months(95, 95, 95, 90, 95, 90)],
    ["level", months(95, 95, 95, 95, 96, 95)],
    ["unknown", months(null, null, null, 95, 96, 95)],
  ])("are %s", (direction, rates) => {
    expect(directionOf(rates, DEFAULT_TARGET)).toBe(direction);
  });

  it("miss the target lastingly in three of four months, and never by one bad month", () => {
    expect(isLastingMiss(months(90, 90, 90, 96), DEFAULT_TARGET)).toBe(true);
    expect(isLastingMiss(months(90, 90, 96, 96), DEFAULT_TARGET)).toBe(false);
    expect(isLastingMiss(months(null, null, 90, 90), DEFAULT_TARGET)).toBe(false);
  });
});
