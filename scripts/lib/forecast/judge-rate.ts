import { type CalendarDay, forecastRate, type Rate, Z_90 } from "@/lib/sla";
import { asKnownOn, type Judged, type KnownDossier } from "./replay-day";

/** Units with fewer due dossiers, or fewer of them open, have no rate worth forecasting. */
const FEWEST_DUE = 30;
const FEWEST_OPEN = 5;
const ROUNDING = 1e-12;

/** Sums over forecasts; shares 0 … 1. */
export type Coverage = {
  readonly forecasts: number;
  /** Forecasts whose 90 % interval held the rate of the month's end. */
  readonly held: number;
  readonly width: number;
  /** How far the expected rate was off, and how far the rate so far was, had one said that it would stay. */
  readonly error: number;
  readonly errorOfRateSoFar: number;
};

export type Spread = { readonly overdispersion: number; readonly shift: number };

type Count = { ok: number; of: number };
/** `known`: decided or foreseeable on the day. `soFar`: due by then. `end`: all due in the month. */
type Cohort = { readonly known: Count; readonly soFar: Count; readonly end: Count; readonly open: number[] };

export const NO_COVERAGE: Coverage = { forecasts: 0, held: 0, width: 0, error: 0, errorOfRateSoFar: 0 };

function count(counts: Count, isMet: boolean): void {
  counts.of += 1;
  if (isMet) counts.ok += 1;
}

function share({ ok, of }: NonNullable<Rate>): number {
  return ok / of;
}

/** The dossiers due in the month of `day`, by cohort, as they stood that evening and as they ended. */
function cohortsOf(
  dossiers: readonly KnownDossier[],
  day: CalendarDay,
  judged: readonly Judged[],
  cohortOf: (unit: string) => string,
): Iterable<Cohort> {
  const month = day.slice(0, 7);
  const cohorts = new Map<string, Cohort>();
  const said = new Map(judged.map((one) => [one.dossier, one.said.towardsDue]));
  for (const dossier of dossiers) {
    const { facts, timeline, unit } = dossier;
    const { dueOn } = facts;
    if (dueOn === null || !dueOn.startsWith(month) || !timeline.counted || timeline.outcome === "returned") continue;
    const empty = { known: { ok: 0, of: 0 }, soFar: { ok: 0, of: 0 }, end: { ok: 0, of: 0 }, open: [] };
    const key = cohortOf(unit);
    const cohort = cohorts.get(key) ?? empty;
    cohorts.set(key, cohort);
    count(cohort.end, timeline.dueMet);
    if (facts.receivedOn > day) continue;
    const probability = said.get(dossier);
    const { dueMet } = asKnownOn(dossier, day);
    if (probability !== undefined) cohort.open.push(probability);
    else if (dueMet || dueOn <= day) count(cohort.known, dueMet);
    if (dueOn <= day) count(cohort.soFar, dueMet);
  }
  return cohorts.values();
}

/**
 * The rate of the dossiers due in the month of `day`, forecast for each unit that evening, against the rate at its end:
 * that of all dossiers due in it, also of those received later, of which the forecast knows nothing. `cohortOf` puts
 * units together.
 */
export function judgeRates(
  dossiers: readonly KnownDossier[],
  day: CalendarDay,
  judged: readonly Judged[],
  { overdispersion, shift }: Spread,
  cohortOf: (unit: string) => string = (unit) => unit,
): Coverage {
  let { forecasts, held, width, error, errorOfRateSoFar } = NO_COVERAGE;
  for (const { known, soFar, end, open } of cohortsOf(dossiers, day, judged, cohortOf)) {
    const forecast = forecastRate(known, open, Z_90, overdispersion, shift);
    if (forecast === null || end.of < FEWEST_DUE || open.length < FEWEST_OPEN || soFar.of === 0) continue;
    forecasts += 1;
    if (share(end) >= forecast.low - ROUNDING && share(end) <= forecast.high + ROUNDING) held += 1;
    width += forecast.high - forecast.low;
    error += Math.abs(share(end) - forecast.share);
    errorOfRateSoFar += Math.abs(share(end) - share(soFar));
  }
  return { forecasts, held, width, error, errorOfRateSoFar };
}
