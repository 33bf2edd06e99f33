import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addTallies,
  type CalendarDay,
  type CountedDossier,
  checkIdentities,
  classOn,
  countInto,
  type DossierTimeline,
  deriveTimeline,
  emptyTally,
  FORMULA_IDS,
  FORMULAS,
  received,
  resolvedTotal,
  tallyOf,
} from "@/lib/sla";
import { CASES, countedArbitrary, dayArbitrary, factsArbitrary, START, slowCases } from "./support/arbitraries";

const HORIZON = 120;
const periodArbitrary = fc
  .tuple(dayArbitrary, dayArbitrary)
  .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));

const OPEN_CLASSES: readonly (string | null)[] = ["inTime", "paused", "overdue", "openUndated"];

function covering(spans: DossierTimeline["pausedSpans"], day: CalendarDay): number {
  return spans.filter(({ from, until }) => from <= day && (until === null || day < until)).length;
}

/** What is wrong with the class of a day; null when nothing is. Plain comparisons: it is asked millions of times. */
function wrongWith(timeline: DossierTimeline, day: CalendarDay): string | null {
  const value = classOn(timeline, day);
  const isThere = timeline.counted && day >= timeline.receivedOn;
  const isOpen = isThere && (timeline.closedOn === null || day < timeline.closedOn);
  const paused = isOpen ? covering(timeline.pausedSpans, day) : 0;
  const overdue = isOpen ? covering(timeline.overdueSpans, day) : 0;
  if (paused + overdue > 1) return "in two spans";
  if ((value === "paused") !== (paused === 1)) return "paused, but not in its spans, or the reverse";
  if ((value === "overdue") !== (overdue === 1)) return "overdue, but not in its spans, or the reverse";
  if (isOpen) return OPEN_CLASSES.includes(value) ? null : "open, but in no class of open ones";
  return value === (isThere ? timeline.outcome : null) ? null : "closed, but not as its outcome says";
}

describe("every dossier", () => {
  it("is in exactly one class on every day of its life, the one its columns say", () => {
    fc.assert(
      fc.property(factsArbitrary, (facts) => {
        const timeline = deriveTimeline(facts);
        for (let offset = 0; offset < HORIZON; offset++) {
          const day = addDays(START, offset);
          const wrong = wrongWith(timeline, day);
          if (wrong !== null) expect.fail(`${day}: ${wrong}`);
        }
      }),
      { numRuns: CASES },
    );
  });

  it("keeps spans ascending, disjoint, apart, and within its life", () => {
    fc.assert(
      fc.property(factsArbitrary, (facts) => {
        const { pausedSpans, overdueSpans, receivedOn, closedOn } = deriveTimeline(facts);
        for (const spans of [pausedSpans, overdueSpans]) {
          let end: string | null = "";
          for (const { from, until } of spans) {
            expect(end !== null && from > end && from >= receivedOn).toBe(true);
            expect(until === null || from < until).toBe(true);
            if (closedOn !== null) expect(until !== null && until <= closedOn).toBe(true);
            end = until;
          }
        }
      }),
      { numRuns: CASES },
    );
  });

  it("is overdue only after its due day, and due before or on the day it becomes overdue", () => {
    fc.assert(
      fc.property(factsArbitrary, (facts) => {
        const { counted, outcome, dueMet, dueCountedOn, overdueSpans, undated } = deriveTimeline(facts);
        for (const { from } of overdueSpans) {
          expect(facts.dueOn !== null && from > facts.dueOn).toBe(true);
          expect(dueCountedOn !== null && dueCountedOn <= from).toBe(true);
        }
        expect(dueMet).toBe(outcome === "early" || outcome === "onTime");
        if (dueMet) expect(dueCountedOn).toBe(facts.dueOn);
        if (outcome === "late") expect(dueCountedOn).not.toBeNull();
        if (dueCountedOn !== null) expect(counted && !undated && dueCountedOn >= (facts.dueOn ?? "")).toBe(true);
      }),
      { numRuns: CASES },
    );
  });

  it("does not depend on the order of its pauses, nor on one given twice", () => {
    fc.assert(
      fc.property(factsArbitrary, (facts) => {
        const timeline = deriveTimeline(facts);
        expect(deriveTimeline({ ...facts, pauses: facts.pauses.toReversed() })).toEqual(timeline);
        expect(deriveTimeline({ ...facts, pauses: [...facts.pauses, ...facts.pauses] })).toEqual(timeline);
      }),
      { numRuns: CASES },
    );
  });

  it("is judged alike when the days of its pauses are told one by one", () => {
    fc.assert(
      fc.property(factsArbitrary, (facts) => {
        const closed = facts.pauses.filter((pause) => pause.until !== null);
        const whole = deriveTimeline({ ...facts, status: "processing", pauses: closed });
        const days = closed.flatMap(({ from, until, reason }) => {
          const single = [];
          for (let day = from; until !== null && day < until; day = addDays(day, 1)) {
            single.push({ from: day, until: addDays(day, 1), reason });
          }
          return single;
        });
        expect(deriveTimeline({ ...facts, status: "processing", pauses: days })).toEqual(whole);
      }),
      { numRuns: slowCases(5) },
    );
  });

  it("is judged only by what was promised: a later promise never makes it worse", () => {
    const RANK = { early: 0, onTime: 1, late: 2, undated: 0, returned: 0 };
    fc.assert(
      fc.property(factsArbitrary, fc.integer({ min: 1, max: 10 }), (facts, days) => {
        if (facts.dueOn === null) return;
        const given = { ...facts, dueAt: null };
        const before = deriveTimeline(given).outcome;
        const after = deriveTimeline({ ...given, dueOn: addDays(facts.dueOn, days) }).outcome;
        if (before === null || after === null) expect(after).toBe(before);
        else expect(RANK[after]).toBeLessThanOrEqual(RANK[before]);
      }),
      { numRuns: CASES },
    );
  });
});

describe("the counts of any period", () => {
  const heaps = fc.array(countedArbitrary, { maxLength: 12 });
  const runs = { numRuns: slowCases(2) };

  it("add up", () => {
    fc.assert(
      fc.property(heaps, periodArbitrary, (dossiers, period) => {
        expect(checkIdentities(tallyOf(dossiers, period))).toEqual([]);
      }),
      runs,
    );
  });

  it("are the sum of those of the dossiers, in any order", () => {
    fc.assert(
      fc.property(heaps, periodArbitrary, (dossiers, period) => {
        const whole = tallyOf(dossiers, period);
        expect(dossiers.map((one) => tallyOf([one], period)).reduce(addTallies, emptyTally())).toEqual(whole);
        expect(tallyOf(dossiers.toReversed(), period)).toEqual(whole);
        const counts = emptyTally();
        for (const one of dossiers) countInto(counts, one, period);
        expect(counts).toEqual(whole);
      }),
      runs,
    );
  });

  it("flows of two neighbouring periods make the flow of both; the stock is carried over", () => {
    const open = (dossiers: CountedDossier[], day: ReturnType<typeof addDays>) =>
      dossiers.filter(({ timeline }) => {
        const value = classOn(timeline, day);
        return value !== null && ["inTime", "paused", "overdue", "openUndated"].includes(value);
      }).length;
    fc.assert(
      fc.property(heaps, periodArbitrary, fc.integer({ min: 1, max: 60 }), (dossiers, first, length) => {
        const second = { from: addDays(first.to, 1), to: addDays(first.to, length) };
        const [a, b, both] = [first, second, { from: first.from, to: second.to }].map((period) =>
          tallyOf(dossiers, period),
        );
        if (!a || !b || !both) throw new Error("three tallies");
        expect(b.carriedOver).toBe(a.open);
        expect(b.open).toBe(open(dossiers, second.to));
        expect(both).toMatchObject({ open: b.open, overdue: b.overdue, paused: b.paused, carriedOver: a.carriedOver });
        for (const field of ["early", "onTime", "late", "resolvedUndated", "returned", "due", "dueMet"] as const) {
          expect(both[field]).toBe(a[field] + b[field]);
        }
        expect(received(both)).toBe(received(a) + received(b));
        expect(both.carriedOver + received(both)).toBe(resolvedTotal(both) + both.returned + both.open);
      }),
      runs,
    );
  });

  it("give rates between none and all", () => {
    fc.assert(
      fc.property(heaps, periodArbitrary, (dossiers, period) => {
        const tally = tallyOf(dossiers, period);
        for (const id of FORMULA_IDS) {
          const rate = FORMULAS[id].rateOf(tally);
          if (rate !== null) expect(rate.of > 0 && rate.ok >= 0 && rate.ok <= rate.of).toBe(true);
        }
      }),
      runs,
    );
  });
});
