import "server-only";
import { type DossierClass, PROMISE_FINDINGS, type PromiseFinding } from "@/lib/sla";

/** How many dossiers a recomputation changes. The promised due day of none of them moves. */
export const CHANGE_COUNTS = [
  "openEarlier",
  "openLater",
  "finishedEarlier",
  "finishedLater",
  "dated",
  "findings",
  "verdicts",
] as const;

/**
 * `…Earlier`, `…Later`: the computed due day moves. `dated`: one appears or goes, with a year of the calendar.
 * `findings`: what is found of the promise changes. `verdicts`: outcome or class changes on some day.
 */
export type ChangeCounts = { readonly [count in (typeof CHANGE_COUNTS)[number]]: number };

/** What dossiers are, and what is found of their promises: the figures before and after. */
export const STANDINGS = ["early", "onTime", "late", "undated", "returned", "open", ...PROMISE_FINDINGS] as const;
export type Standing = { readonly [standing in Exclude<DossierClass, OpenClass> | "open" | PromiseFinding]: number };
type OpenClass = "inTime" | "paused" | "overdue" | "openUndated";

export type RecomputeEffect = {
  /** Dossiers that were read because they might be touched. */
  readonly read: number;
  readonly total: ChangeCounts;
  /** Units of which some dossier changes. */
  readonly units: ReadonlyMap<number, ChangeCounts>;
  readonly before: Standing;
  readonly after: Standing;
};

export const NO_CHANGES: ChangeCounts = {
  openEarlier: 0,
  openLater: 0,
  finishedEarlier: 0,
  finishedLater: 0,
  dated: 0,
  findings: 0,
  verdicts: 0,
};

export function movedIn(counts: ChangeCounts): number {
  return counts.openEarlier + counts.openLater + counts.finishedEarlier + counts.finishedLater + counts.dated;
}
