import { funnelLimits } from "./funnel-limits";
import type { Rate } from "./types";
import type { Interval } from "./wilson-interval";

/** Outside the limits, or one of many months in a row on the same side of the centre. */
export const CONTROL_SIGNALS = ["below", "above", "runBelow", "runAbove"] as const;
export type ControlSignal = (typeof CONTROL_SIGNALS)[number];

export type ControlPoint = {
  /** 0 … 1. */
  readonly share: number;
  /** Between which shares a month of as many dossiers stays when nothing has changed. */
  readonly limits: Interval;
  readonly signal: ControlSignal | null;
};

export type ControlChart = {
  /** The unit's own rate over all its months, from the sums. */
  readonly centre: NonNullable<Rate>;
  /** How much more its months differ than chance would have them; at least 1. */
  readonly dispersion: number;
  /** As the rates came; null where there was nothing to count. */
  readonly points: readonly (ControlPoint | null)[];
};

/** Fewer months say nothing about what is usual. */
export const LEAST_CONTROL_MONTHS = 8;
/** Western Electric: as many in a row on one side of the centre are a shift. */
const RUN = 8;
/** Three standard deviations on each side. */
const TAIL = 0.00135;
/** Mean range of two standard normal values. */
const MEAN_MOVING_RANGE = 1.128;

/**
 * A p-chart of a unit's months, oldest first, with limits from the months themselves: exact binomial ones, widened by
 * the dispersion between neighbouring months (Laney 2002, p′), so that large units are not alarmed by every month.
 * Null for fewer than `LEAST_CONTROL_MONTHS` months with anything to count.
 */
export function controlChart(rates: readonly Rate[]): ControlChart | null {
  const counted = rates.filter((rate) => rate !== null);
  if (counted.length < LEAST_CONTROL_MONTHS) return null;
  const centre = counted.reduce((sum, { ok, of }) => ({ ok: sum.ok + ok, of: sum.of + of }), { ok: 0, of: 0 });
  const share = centre.ok / centre.of;
  const dispersion = dispersionOf(counted, share);
  const runs = runsOf(rates, centre);
  return {
    centre,
    dispersion,
    points: rates.map((rate, index) => {
      if (rate === null) return null;
      const limits =
        share === 0 || share === 1
          ? { low: share, high: share }
          : funnelLimits(rate.of, share, TAIL, dispersion * dispersion);
      const own = rate.ok / rate.of;
      const outside = own < limits.low ? "below" : own > limits.high ? "above" : null;
      return { share: own, limits, signal: outside ?? runs[index] ?? null };
    }),
  };
}

/** Mean moving range of the standardised months over what chance gives. */
function dispersionOf(rates: readonly NonNullable<Rate>[], share: number): number {
  const spread = share * (1 - share);
  if (spread === 0) return 1;
  const scores = rates.map(({ ok, of }) => (ok / of - share) / Math.sqrt(spread / of));
  const ranges = scores.slice(1).map((score, index) => Math.abs(score - (scores[index] ?? score)));
  return Math.max(1, ranges.reduce((sum, range) => sum + range, 0) / ranges.length / MEAN_MOVING_RANGE);
}

/** Of each month, the run it belongs to; months without a rate neither end a run nor lengthen it. */
function runsOf(rates: readonly Rate[], centre: NonNullable<Rate>): (ControlSignal | null)[] {
  const sides = rates.map((rate) => (rate === null ? null : Math.sign(rate.ok * centre.of - centre.ok * rate.of)));
  const result: (ControlSignal | null)[] = rates.map(() => null);
  let run: number[] = [];
  let side = 0;
  sides.forEach((own, index) => {
    if (own === null) return;
    if (own !== side) run = [];
    side = own;
    run.push(index);
    if (side === 0 || run.length < RUN) return;
    for (const place of run) result[place] = side < 0 ? "runBelow" : "runAbove";
  });
  return result;
}
