import type { Rate } from "./types";

/**
 * Whether a rate counts enough dossiers to be set beside others. `least` is asked by whoever reads the ranking;
 * 0 asks nothing, and then a rate of nothing is not left out either (docs/engine.md).
 */
export function reachesVolume(rate: Rate, least: number): boolean {
  return (rate?.of ?? 0) >= least;
}
