import type { PromiseReason } from "./dossier-events";
import type { CalendarDay, DossierFacts, DossierStatus, LocalMoment, Pause } from "./types";

/**
 * Which promise a formula profile counts: the one in force on the receipt (moved only when a pause made a new one
 * necessary), or also days named in an extension granted before the due day had passed.
 */
export const DUE_BASES = ["promised", "extended"] as const;
export type DueBasis = (typeof DUE_BASES)[number];

/** A new promise; `accepted` false: it came too late or shortened the time, and changes nothing. */
export type NewPromise = {
  readonly on: CalendarDay;
  readonly dueOn: CalendarDay;
  readonly reason: PromiseReason;
  readonly accepted: boolean;
};

/** From receipt, or from being opened again, to its end. Each cycle has a verdict of its own. */
export type DossierCycle = {
  readonly receivedOn: CalendarDay;
  readonly receivedAt: LocalMoment | null;
  readonly status: DossierStatus;
  readonly originalDueOn: CalendarDay | null;
  /** As promised at the start; kept for limits counted in hours while no other day was promised. */
  readonly dueAt: LocalMoment | null;
  readonly finishedOn: CalendarDay | null;
  readonly finishedAt: LocalMoment | null;
  readonly pauses: readonly Pause[];
  readonly promises: readonly NewPromise[];
};

/** The due day in force under a basis. */
export function dueDayOf(cycle: DossierCycle, basis: DueBasis): CalendarDay | null {
  let dueOn = cycle.originalDueOn;
  for (const promise of cycle.promises) {
    if (promise.accepted && (basis === "extended" || promise.reason === "afterPause")) dueOn = promise.dueOn;
  }
  return dueOn;
}

/** What `deriveTimeline` needs of a cycle. */
export function factsOfCycle(cycle: DossierCycle, basis: DueBasis): DossierFacts {
  const dueOn = dueDayOf(cycle, basis);
  return {
    status: cycle.status,
    receivedOn: cycle.receivedOn,
    receivedAt: cycle.receivedAt,
    dueOn,
    dueAt: dueOn === cycle.originalDueOn ? cycle.dueAt : null,
    finishedOn: cycle.finishedOn,
    finishedAt: cycle.finishedAt,
    pauses: cycle.pauses,
  };
}

/** Requests for supplements, each counted. */
export function supplementRequests(cycle: DossierCycle): number {
  return cycle.pauses.filter((pause) => pause.reason === "awaitingSupplement").length;
}
