import { describe, expect, it } from "vitest";
import { chooseRows } from "@/lib/insight/choose-rows";
import { readRanks } from "@/lib/insight/rank-readings";
import { DEFAULT_CHOICE, parseRankingChoice, RANKING_SORTS, rankingChoiceToParams } from "@/lib/ranking-choice";
import { emptyTally, sharedRanks, type Tally } from "@/lib/sla";
import { EVIDENCE_NAMES } from "@/lib/strings/ranking";
import { simulateLevel, twoKinds, uniformFrom } from "../sla/support/simulated-level";

const TARGET = { thresholdBp: 9500, mustExceed: false };

function rowsOf(units: readonly (readonly [name: string, ok: number, of: number])[]) {
  const rates = units.map(([, ok, of]) => (of === 0 ? null : { ok, of }));
  const ranks = sharedRanks(rates);
  return units.map(([name, ok, of], index) => {
    const tally: Tally = { ...emptyTally(), receivedDirect: of, onTime: ok, late: of - ok };
    return { unitId: index + 1, name, tally, rate: rates[index] ?? null, rank: ranks[index] ?? null };
  });
}

const ROWS = rowsOf([
  ["Xã Một", 970, 1000],
  ["Xã Hai", 12, 12],
  ["Phường Đống Đa", 850, 1000],
  ["Xã Bốn", 17, 20],
  ["Xã Năm", 0, 0],
]);

describe("beside the official rank", () => {
  const readings = readRanks(
    ROWS,
    rowsOf([
      ["Xã Một", 900, 1000],
      ["Xã Hai", 12, 12],
      ["", 990, 1000],
    ]),
    TARGET,
  );

  it("a few dossiers put nobody first, nor last", () => {
    expect(ROWS.map(({ rank }) => rank)).toEqual([2, 1, 3, 3, null]);
    const fair = ROWS.map(({ unitId }) => readings.get(unitId)?.fairRank ?? null);
    expect(fair[0]).toBe(1);
    expect(fair[2]).toBe(4);
    expect(fair[4]).toBeNull();
  });

  it("says how sure the verdict is", () => {
    expect(ROWS.map(({ unitId }) => readings.get(unitId)?.verdict)).toEqual([
      "surelyMet",
      "undecided",
      "surelyMissed",
      "undecided",
      null,
    ]);
  });

  it("counts the places won and lost, where there are two ranks", () => {
    expect(ROWS.map(({ unitId }) => readings.get(unitId)?.moved)).toEqual([1, 0, -1, null, null]);
  });

  it("puts units of like volume together", () => {
    expect(ROWS.map(({ unitId }) => readings.get(unitId)?.peers)).toEqual(["middle", "small", "middle", "small", null]);
  });
});

describe("the badge that a ranking shows", () => {
  const badges = Array.from({ length: 40 }, (_, month) => {
    // Four in five units are exactly as good as they have to be: the hardest case for a badge.
    const units = simulateLevel(160, twoKinds(0.95, 0.85, 0.2), uniformFrom(month + 1));
    const rows = units.map(({ rate }, index) => ({ unitId: index, rank: null, rate }));
    const readings = readRanks(rows, [], TARGET);
    return units.map(({ truth }, index) => ({ truth, verdict: readings.get(index)?.verdict ?? null }));
  }).flat();

  it("says “dưới chuẩn” of at most 2 % of the units that truly meet the target", () => {
    expect(EVIDENCE_NAMES.surelyMissed).toBe("Dưới chuẩn");
    const meeting = badges.filter(({ truth }) => truth >= 0.95);
    const wrong = meeting.filter(({ verdict }) => verdict === "surelyMissed");
    expect(meeting.length).toBeGreaterThan(5000);
    expect(wrong.length / meeting.length).toBeLessThanOrEqual(0.02);
  });

  it("and still finds most of those that are plainly below it", () => {
    const below = badges.filter(({ truth }) => truth < 0.95);
    const found = below.filter(({ verdict }) => verdict === "surelyMissed");
    expect(found.length / below.length).toBeGreaterThan(0.4);
  });
});

describe("what is shown", () => {
  const readings = readRanks(ROWS, [], TARGET);
  const namesOf = (choice: Partial<typeof DEFAULT_CHOICE>) =>
    chooseRows(ROWS, readings, { ...DEFAULT_CHOICE, ...choice }, TARGET).shown.map(({ name }) => name);

  it("keeps the official order, and units without dossiers apart", () => {
    const { shown, untouched, left } = chooseRows(ROWS, readings, DEFAULT_CHOICE, TARGET);
    expect(shown).toEqual(ROWS.slice(0, 4));
    expect(untouched.map(({ name }) => name)).toEqual(["Xã Năm"]);
    expect(left).toBe(0);
  });

  it("finds a name without its accents", () => {
    expect(namesOf({ name: "dong da" })).toEqual(["Phường Đống Đa"]);
    expect(namesOf({ name: "xã" })).toHaveLength(3);
  });

  it("leaves out small units, and says how many", () => {
    const chosen = chooseRows(ROWS, readings, { ...DEFAULT_CHOICE, least: 20 }, TARGET);
    expect([chosen.shown.length, chosen.left]).toEqual([3, 1]);
  });

  it("orders by any column, most first, and back", () => {
    expect(namesOf({ sort: "late" })[0]).toBe("Phường Đống Đa");
    expect(namesOf({ sort: "late", isReversed: true })[0]).toBe("Xã Hai");
    expect(namesOf({ sort: "name" })[0]).toBe("Phường Đống Đa");
    expect(namesOf({ sort: "fair" })[0]).toBe("Xã Một");
    for (const sort of RANKING_SORTS) expect(namesOf({ sort })).toHaveLength(4);
  });
});

it("a choice and its address are each other's inverse; what is malformed counts as absent", () => {
  for (const sort of RANKING_SORTS) {
    const choice = { sort, isReversed: true, name: "tây", peers: "small", least: 50 } as const;
    expect(parseRankingChoice(Object.fromEntries(rankingChoiceToParams(choice)))).toEqual(choice);
  }
  expect(rankingChoiceToParams(DEFAULT_CHOICE).size).toBe(0);
  expect(parseRankingChoice({ sort: "x", peers: "y", least: "-1", q: ["a", "b"], reversed: "yes" })).toEqual(
    DEFAULT_CHOICE,
  );
});
