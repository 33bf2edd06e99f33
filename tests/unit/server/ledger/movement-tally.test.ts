import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, type DossierFacts, type DossierTimeline, deriveTimeline, parseDay, toDayNumber } from "@/lib/sla";
import { MOVEMENT_COLUMNS, type MovementColumn } from "@/server/ledger/movement-columns";
import { MovementTally } from "@/server/ledger/movement-tally";

const START = parseDay("2019-12-20");

const dossier = fc.record({
  unitId: fc.integer({ min: 1, max: 40 }),
  fieldId: fc.integer({ min: 1, max: 6 }),
  channel: fc.constantFrom("direct", "online", "postal"),
  received: fc.nat({ max: 800 }),
  promised: fc.nat({ max: 40 }),
  took: fc.option(fc.nat({ max: 60 }), { nil: null }),
  pausedAfter: fc.option(fc.nat({ max: 20 }), { nil: null }),
  isDated: fc.boolean(),
});
type Dossier = typeof dossier extends fc.Arbitrary<infer Told> ? Told : never;

function factsOf({ received, promised, took, pausedAfter, isDated }: Dossier): DossierFacts {
  const receivedOn = addDays(START, received);
  const pausedOn = pausedAfter === null ? null : addDays(receivedOn, pausedAfter);
  return {
    status: took === null ? "processing" : "resolved",
    receivedOn,
    dueOn: isDated ? addDays(receivedOn, promised) : null,
    dueAt: null,
    finishedOn: took === null ? null : addDays(receivedOn, took),
    finishedAt: null,
    pauses: pausedOn === null ? [] : [{ from: pausedOn, until: addDays(pausedOn, 3), reason: "awaitingSupplement" }],
  };
}

function daysOf({ receivedOn, closedOn, dueCountedOn }: DossierTimeline) {
  return {
    receivedDay: toDayNumber(receivedOn),
    closedDay: closedOn && toDayNumber(closedOn),
    dueDay: dueCountedOn && toDayNumber(dueCountedOn),
  };
}

function countsOf(tally: MovementTally, sums: Map<string, readonly number[]>): Map<string, readonly number[]> {
  for (const { unitId, fieldId, dayNumber, counts } of tally) {
    const key = [unitId, fieldId, dayNumber].join();
    const before = sums.get(key) ?? [];
    sums.set(
      key,
      Array.from(counts, (count, column) => count + (before[column] ?? 0)),
    );
  }
  return sums;
}

test("dossiers counted together are what each of them is alone, added up", () => {
  fc.assert(
    fc.property(fc.array(dossier, { maxLength: 120, size: "max" }), (dossiers) => {
      const together = new MovementTally();
      const alone = new Map<string, readonly number[]>();
      for (const each of dossiers) {
        const timeline = deriveTimeline(factsOf(each));
        together.add(each, timeline, daysOf(timeline));
        const own = new MovementTally();
        own.add(each, timeline, daysOf(timeline));
        countsOf(own, alone);
      }
      const moved = [...alone].filter(([, counts]) => counts.some((count) => count !== 0));
      expect(countsOf(together, new Map())).toEqual(new Map(moved));
    }),
    { numRuns: 60 },
  );
});

test("a cell is found again when thousands of others have come between", () => {
  const tally = new MovementTally();
  const facts = factsOf({
    unitId: 1,
    fieldId: 1,
    channel: "direct",
    received: 0,
    promised: 9,
    took: 3,
    pausedAfter: null,
    isDated: true,
  });
  const timeline = deriveTimeline(facts);
  const units = 3000;
  for (let round = 0; round < 2; round += 1) {
    for (let unitId = 1; unitId <= units; unitId += 1)
      tally.add({ unitId, fieldId: 2, channel: "online" }, timeline, daysOf(timeline));
  }
  const cells = [...tally];
  expect(cells).toHaveLength(units * 3);
  expect(cells.every(({ counts }) => Math.max(...counts) === 2)).toBe(true);
});

test("counts outgrow a byte, up and down", () => {
  const tally = new MovementTally();
  const paused = deriveTimeline(
    factsOf({
      unitId: 1,
      fieldId: 1,
      channel: "direct",
      received: 0,
      promised: 9,
      took: 30,
      pausedAfter: 4,
      isDated: true,
    }),
  );
  for (const times of [127, 1, 1000]) {
    for (let time = 0; time < times; time += 1)
      tally.add({ unitId: 1, fieldId: 1, channel: "direct" }, paused, daysOf(paused));
  }
  const total = new Map([...tally].map(({ dayNumber, counts }) => [dayNumber - toDayNumber(START), counts]));
  const of = (day: number, column: MovementColumn) => total.get(day)?.[MOVEMENT_COLUMNS.indexOf(column)];
  expect(of(0, "received_direct")).toBe(1128);
  expect([of(4, "paused"), of(7, "paused")]).toEqual([1128, -1128]);
  expect([of(10, "overdue"), of(30, "overdue")]).toEqual([1128, -1128]);
});
