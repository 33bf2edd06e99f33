import fc from "fast-check";
import {
  addDays,
  CHANNELS,
  type CountedDossier,
  type DossierFacts,
  DOSSIER_STATUSES,
  deriveTimeline,
  makeMoment,
  PAUSE_REASONS,
  type Pause,
  parseDay,
} from "@/lib/sla";

/** Cases per property: a thousand on a desk, ten thousand in CI, any number by `SLA_CASES=100000`. */
export const CASES = Number(process.env.SLA_CASES ?? (process.env.CI ? 10_000 : 1000));

/** For slow properties: a part of the cases on a desk, but in CI as many as for any other. */
export function slowCases(part: number): number {
  return CASES < 10_000 ? Math.ceil(CASES / part) : CASES;
}

// The same cases every time, unless others are asked for.
fc.configureGlobal({ seed: Number(process.env.SLA_SEED ?? 20_201_031) });

export const START = parseDay("2020-01-01");

const few = (most: number) => fc.integer({ min: 0, max: most });

export const dayArbitrary = few(120).map((days) => addDays(START, days));

const pauseArbitrary: fc.Arbitrary<Pause> = fc
  .record({
    from: few(60),
    days: fc.option(few(20), { nil: null, freq: 4 }),
    reason: fc.constantFrom(...PAUSE_REASONS),
  })
  .map(({ from, days, reason }) => ({
    from: addDays(START, from),
    until: days === null ? null : addDays(START, from + days),
    reason,
  }));

const SECONDS = 86_399;

/** Facts that do not contradict each other, crowded into two months so that everything meets everything. */
export const factsArbitrary: fc.Arbitrary<DossierFacts> = fc
  .record({
    status: fc.constantFrom(...DOSSIER_STATUSES),
    received: few(20),
    limit: fc.option(few(25), { nil: null, freq: 6 }),
    work: few(45),
    moments: fc.boolean(),
    dueSecond: few(SECONDS),
    finishedSecond: few(SECONDS),
    pauses: fc.array(pauseArbitrary, { maxLength: 4 }),
  })
  .filter(
    ({ status, pauses }) => pauses.length > 0 || !["awaitingSupplement", "awaitingPayment", "stopped"].includes(status),
  )
  .map(({ status, received, limit, work, moments, dueSecond, finishedSecond, pauses }) => {
    const dueOn = limit === null ? null : addDays(START, received + limit);
    const isClosed = status === "resolved" || status === "handedOver" || status === "withdrawn";
    const finishedOn = isClosed ? addDays(START, received + work) : null;
    return {
      status,
      receivedOn: addDays(START, received),
      dueOn,
      dueAt: moments && dueOn !== null ? makeMoment(dueOn, dueSecond) : null,
      finishedOn,
      finishedAt: moments && finishedOn !== null ? makeMoment(finishedOn, finishedSecond) : null,
      pauses,
    };
  });

export const countedArbitrary: fc.Arbitrary<CountedDossier> = fc
  .record({ facts: factsArbitrary, channel: fc.constantFrom(...CHANNELS) })
  .map(({ facts, channel }) => ({ timeline: deriveTimeline(facts), channel }));
