import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  classFromEvents,
  classOn,
  type DossierEvent,
  deriveTimeline,
  factsOfCycle,
  parseDay,
  replayEvents,
} from "@/lib/sla";
import { CASES } from "./support/arbitraries";
import { event } from "./support/events";

const { received, paused, promised, resolved, reopened, plain } = event;

describe("for any events", () => {
  const day = fc.integer({ min: 0, max: 20 }).map((offset) => addDays(parseDay("2020-03-02"), offset));
  const CLOSING = ["resumed", "resolutionVoided", "withdrawn", "returned", "handedOver", "refused"] as const;
  const anyEvent: fc.Arbitrary<DossierEvent> = fc.oneof(
    fc.tuple(day, fc.constantFrom(...CLOSING)).map(([on, kind]) => plain(kind, on)),
    day.map((on) => resolved(on)),
    fc
      .tuple(day, fc.constantFrom("awaitingSupplement" as const, "stopped" as const))
      .map(([on, reason]) => paused(on, reason)),
    fc.tuple(day, fc.integer({ min: 0, max: 9 })).map(([on, days]) => reopened(on, addDays(on, days))),
    fc
      .tuple(day, fc.integer({ min: 0, max: 9 }), fc.constantFrom("extension" as const, "afterPause" as const))
      .map(([on, days, reason]) => promised(on, addDays(on, days), reason)),
  );
  const lives = fc.array(anyEvent, { maxLength: 8 }).map((events) => [received("2020-03-02", "2020-03-06"), ...events]);

  it("the order in which those of one day are told does not matter", () => {
    fc.assert(
      fc.property(lives, (events) => {
        expect(replayEvents(events.toReversed())).toEqual(replayEvents(events));
      }),
      { numRuns: CASES },
    );
  });

  it("nothing gets lost, and every cycle has a verdict", () => {
    fc.assert(
      fc.property(lives, (events) => {
        const life = replayEvents(events);
        let end = "";
        for (const cycle of life.cycles) {
          const timeline = deriveTimeline(factsOfCycle(cycle, "extended"));
          expect(cycle.receivedOn >= end).toBe(true);
          expect(timeline.outcome === null).toBe(cycle.finishedOn === null || cycle.status === "refused");
          end = cycle.finishedOn ?? end;
        }
        const isKnown = (flagged: DossierEvent) => events.includes(flagged);
        expect(life.flags.every((flag) => isKnown(flag.event))).toBe(true);
      }),
      { numRuns: CASES },
    );
  });

  it("the last day tells the same from the events as from the columns", () => {
    fc.assert(
      fc.property(lives, (events) => {
        const asOf = parseDay("2020-06-01");
        const cycle = replayEvents(events).cycles.at(-1);
        if (cycle === undefined) throw new Error("received, so there is a cycle");
        expect(classFromEvents(events, asOf)).toBe(classOn(deriveTimeline(factsOfCycle(cycle, "promised")), asOf));
      }),
      { numRuns: CASES },
    );
  });
});
