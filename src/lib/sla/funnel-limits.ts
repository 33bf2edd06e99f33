import type { Rate } from "./types";
import { binomialAtLeast } from "./beta-distribution";
import type { Interval } from "./wilson-interval";

function binomialAtMost(k: number, n: number, p: number): number {
  return 1 - binomialAtLeast(k + 1, n, p);
}

/** The smallest k with P(X ≤ k) ≥ tail. */
function quantile(tail: number, n: number, p: number): number {
  let [low, high] = [0, n];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (binomialAtMost(middle, n, p) >= tail) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The quantile as a share, made continuous between two counts. Spiegelhalter 2005, appendix. */
function limitAt(tail: number, n: number, target: number): number {
  const k = quantile(tail, n, target);
  const reached = binomialAtMost(k, n, target);
  const before = k === 0 ? 0 : binomialAtMost(k - 1, n, target);
  return Math.min(1, Math.max(0, (k - (reached - tail) / (reached - before)) / n));
}

/**
 * Between which shares a unit of `of` dossiers may lie by chance alone when its true rate is the target: outside it is
 * worth a visit. `tail` on each side (0.025, 0.001). `overdispersion` ≥ 1 widens the limits by its root.
 */
export function funnelLimits(of: number, target: number, tail: number, overdispersion: number = 1): Interval {
  const widen = Math.sqrt(Math.max(1, overdispersion));
  const low = target - widen * (target - limitAt(tail, of, target));
  const high = target + widen * (limitAt(1 - tail, of, target) - target);
  return { low: Math.max(0, low), high: Math.min(1, high) };
}

const WINSORISED = 0.1;

/** How much more units differ than chance would have them: the mean squared z, a tenth at each end drawn in. At least 1. */
export function overdispersionOf(rates: readonly Rate[], target: number): number {
  const scores = rates
    .filter((rate) => rate !== null)
    .map(({ ok, of }) => (ok / of - target) / Math.sqrt((target * (1 - target)) / of))
    .sort((a, b) => a - b);
  if (scores.length === 0) return 1;
  const cut = Math.floor(WINSORISED * scores.length);
  const [low = 0, high = 0] = [scores[cut], scores[scores.length - 1 - cut]];
  const sum = scores.reduce((total, score) => total + Math.min(high, Math.max(low, score)) ** 2, 0);
  return Math.max(1, sum / scores.length);
}

/** Units cut into groups of like volume, the smallest first; positions in the input. */
export function peerGroups(volumes: readonly number[], groups: number): number[][] {
  const byVolume = volumes
    .map((volume, index) => ({ volume, index }))
    .sort((a, b) => a.volume - b.volume || a.index - b.index);
  const bound = (group: number): number => Math.round((group * byVolume.length) / groups);
  return Array.from({ length: groups }, (_, group) =>
    byVolume.slice(bound(group), bound(group + 1)).map(({ index }) => index),
  );
}
