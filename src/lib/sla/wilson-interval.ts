import type { Rate } from "./types";

/** Two-sided 95 %. */
export const Z_95 = 1.959963984540054;
/** Two-sided 90 %. */
export const Z_90 = 1.6448536269514722;

/** Bounds of a share, 0 … 1. */
export type Interval = { readonly low: number; readonly high: number };

/** Where the true rate may lie, given how few were counted. Wilson 1927. Null when there is nothing to count. */
export function wilsonInterval(rate: Rate, z: number = Z_95): Interval | null {
  if (rate === null) return null;
  const { ok, of } = rate;
  const share = ok / of;
  const scale = 1 + (z * z) / of;
  const centre = (share + (z * z) / (2 * of)) / scale;
  const half = (z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))) / scale;
  // Rounding errors must not leave a bound a hair outside a rate of none or all.
  return { low: ok === 0 ? 0 : centre - half, high: ok === of ? 1 : centre + half };
}
