import type { CalendarDay, LocalMoment, PauseReason } from "./types";

/** Why a new day was promised: the clock stood still, or more time was asked for. */
export const PROMISE_REASONS = ["afterPause", "extension"] as const;
export type PromiseReason = (typeof PROMISE_REASONS)[number];

/**
 * The kinds of events, in the order in which those of one day are taken as far as each then makes sense.
 * A refusal on the merits is `resolved`: it is a result. `returned` is a dossier handed back without one.
 */
export const EVENT_KINDS = [
  "received",
  "refused",
  "resolutionVoided",
  "reopened",
  "promisedAnew",
  "transferred",
  "resumed",
  "paused",
  "resolved",
  "withdrawn",
  "returned",
  "handedOver",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

type Dated<Kind extends EventKind> = {
  readonly kind: Kind;
  readonly on: CalendarDay;
  /** Null when only the day is known. */
  readonly at: LocalMoment | null;
};
type Promised = { readonly dueOn: CalendarDay | null; readonly dueAt: LocalMoment | null };

/** One dated fact that the source recorded. */
export type DossierEvent =
  | (Dated<"received"> & Promised & { readonly unitId: number | null })
  | Dated<"refused">
  | (Dated<"paused"> & { readonly reason: PauseReason })
  | Dated<"resumed">
  | (Dated<"promisedAnew"> & { readonly dueOn: CalendarDay; readonly reason: PromiseReason })
  | (Dated<"transferred"> & { readonly unitId: number })
  | (Dated<"resolved"> & { readonly hasResult: boolean })
  | Dated<"resolutionVoided">
  | Dated<"withdrawn">
  | Dated<"returned">
  | Dated<"handedOver">
  | (Dated<"reopened"> & Promised);
