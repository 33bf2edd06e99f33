import { binomialAtLeast, funnelLimits, type Rate, type TargetRule, WHOLE_BP } from "@/lib/sla";

/** Where a unit lies between the limits that chance alone would keep to if its true rate were the target. */
export const FUNNEL_PLACES = ["farBelow", "below", "within", "above"] as const;
export type FunnelPlace = (typeof FUNNEL_PLACES)[number];

export type FunnelPoint<Row> = {
  readonly row: Row;
  readonly of: number;
  /** 0 … 1. */
  readonly share: number;
  readonly place: FunnelPlace;
};

export type FunnelLimit = {
  readonly of: number;
  /** Shares between which 95 % and 99.8 % of units at the target lie. */
  readonly low: number;
  readonly high: number;
  readonly lowest: number;
  readonly highest: number;
};

export type Funnel<Row> = { readonly points: readonly FunnelPoint<Row>[]; readonly limits: readonly FunnelLimit[] };

const TAIL = 0.025;
const FAR_TAIL = 0.001;
const STEPS = 28;

function placeOf({ ok, of }: NonNullable<Rate>, target: number): FunnelPlace {
  const atMost = 1 - binomialAtLeast(ok + 1, of, target);
  if (atMost <= FAR_TAIL) return "farBelow";
  if (atMost <= TAIL) return "below";
  return binomialAtLeast(ok, of, target) <= TAIL ? "above" : "within";
}

/** Units against the limits of chance (Spiegelhalter 2005), the furthest below first; those without a rate are left out. */
export function funnelOf<Row extends { readonly rate: Rate }>(
  rows: readonly Row[],
  { thresholdBp }: TargetRule,
): Funnel<Row> {
  const target = thresholdBp / WHOLE_BP;
  const points = rows.flatMap((row) =>
    row.rate === null
      ? []
      : [{ row, of: row.rate.of, share: row.rate.ok / row.rate.of, place: placeOf(row.rate, target) }],
  );
  const distance = ({ share, of }: { share: number; of: number }): number => (share - target) * Math.sqrt(of);
  points.sort((a, b) => distance(a) - distance(b));
  const volumes = points.map(({ of }) => of);
  if (volumes.length === 0) return { points, limits: [] };
  return {
    points,
    limits: volumesBetween(Math.min(...volumes), Math.max(...volumes)).map((of) => limitAt(of, target)),
  };
}

function limitAt(of: number, target: number): FunnelLimit {
  const inner = funnelLimits(of, target, TAIL);
  const outer = funnelLimits(of, target, FAR_TAIL);
  return { of, low: inner.low, high: inner.high, lowest: outer.low, highest: outer.high };
}

/** Volumes in equal ratios, whole and each once. */
function volumesBetween(least: number, most: number): number[] {
  const ratio = most / least;
  const volumes = Array.from({ length: STEPS + 1 }, (_, step) => Math.round(least * ratio ** (step / STEPS)));
  return [...new Set(volumes)];
}
