import type { MinuteInterval } from "./office-hours";

// The vocabulary of the engine. Unions derive from one `as const` array each; zod and the
// database enums are tested against them.

/** A day as "YYYY-MM-DD" in the province's zone. Compares as a string. */
export type CalendarDay = string & { readonly __calendarDay: true };

/** A wall-clock moment "YYYY-MM-DDTHH:mm:ss" in the province's zone, without offset. Compares as a string. */
export type LocalMoment = string & { readonly __localMoment: true };

/** The ten statuses of the national portal, index + 1 = portal code. Source: domain codes of TrangThaiHoSo. */
export const DOSSIER_STATUSES = [
  "registered",
  "accepted",
  "refused",
  "processing",
  "awaitingSupplement",
  "awaitingPayment",
  "withdrawn",
  "stopped",
  "resolved",
  "handedOver",
] as const;
export type DossierStatus = (typeof DOSSIER_STATUSES)[number];

export const CHANNELS = ["direct", "online", "postal"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Final verdicts. `undated`: resolved, but never promised for a day. `returned`: handed back or withdrawn. */
export const OUTCOMES = ["early", "onTime", "late", "undated", "returned"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a counted dossier is on a given day. Exactly one of these, or null before it was received. */
export const DOSSIER_CLASSES = [...OUTCOMES, "inTime", "paused", "overdue", "openUndated"] as const;
export type DossierClass = (typeof DOSSIER_CLASSES)[number];

export const PAUSE_REASONS = ["awaitingSupplement", "awaitingPayment", "stopped"] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** Half-open span of days; `until` null: not ended. */
export type DaySpan = { readonly from: CalendarDay; readonly until: CalendarDay | null };

export type Pause = DaySpan & { readonly reason: PauseReason };

/** What the source says of one dossier. */
export type DossierFacts = {
  readonly status: DossierStatus;
  readonly receivedOn: CalendarDay;
  /** Where known: a check of limits in hours starts the clock with it. No verdict depends on it. */
  readonly receivedAt?: LocalMoment | null;
  /** The day promised on the receipt: authoritative. */
  readonly dueOn: CalendarDay | null;
  /** The promised moment, given only for procedures counted in hours: then the moment decides, not the day. */
  readonly dueAt: LocalMoment | null;
  /** End of processing (ngày kết thúc xử lý), never the day the citizen fetched the result. */
  readonly finishedOn: CalendarDay | null;
  readonly finishedAt: LocalMoment | null;
  readonly pauses: readonly Pause[];
};

/** What the engine makes of the facts: stored as columns, counted by SQL, never re-derived. */
export type DossierTimeline = {
  /** False for statuses `registered` and `refused`, which are outside every count. */
  readonly counted: boolean;
  readonly receivedOn: CalendarDay;
  readonly undated: boolean;
  readonly outcome: Outcome | null;
  /** Day from which it is no longer open. */
  readonly closedOn: CalendarDay | null;
  /** Day on which it counts as "đến hạn"; null when undated, paused over that day, or returned on or before it. */
  readonly dueCountedOn: CalendarDay | null;
  readonly dueMet: boolean;
  /** Disjoint, ascending, within [receivedOn, closedOn). */
  readonly pausedSpans: readonly DaySpan[];
  readonly overdueSpans: readonly DaySpan[];
};

/** Counts of one unit (or sum of units) over a period [from, to] and on its last day. All are dossiers. */
export const TALLY_FIELDS = [
  "receivedDirect",
  "receivedOnline",
  "receivedPostal",
  "carriedOver",
  "early",
  "onTime",
  "late",
  "resolvedUndated",
  "returned",
  "open",
  "inTime",
  "paused",
  "overdue",
  "openUndated",
  "due",
  "dueMet",
] as const;
export type TallyField = (typeof TALLY_FIELDS)[number];
export type Tally = { readonly [field in TallyField]: number };

/** A rate is a pair of integers; null when there is nothing to count. */
export type Rate = { readonly ok: number; readonly of: number } | null;

export const FORMULA_IDS = ["resolved", "handled", "due", "form06a"] as const;
export type FormulaId = (typeof FORMULA_IDS)[number];

/** A threshold in hundredths of a percent (9500 = 95,00%), to be reached or, strictly, exceeded. */
export type TargetRule = { readonly thresholdBp: number; readonly mustExceed: boolean };

export const TIME_LIMIT_UNITS = ["workingDay", "workingHour", "calendarDay", "month"] as const;
export type TimeLimitUnit = (typeof TIME_LIMIT_UNITS)[number];
export type TimeLimit = { readonly amount: number; readonly unit: TimeLimitUnit };

export const CALENDAR_DAY_KINDS = ["off", "work"] as const;
export type CalendarDayKind = (typeof CALENDAR_DAY_KINDS)[number];
export type CalendarEntry = {
  readonly day: CalendarDay;
  readonly kind: CalendarDayKind;
  readonly name: string;
  /** The document the row rests on. */
  readonly basis: string;
  /** Hours of a worked day that differ from the ordinary ones: a half day, a Saturday session. */
  readonly hours?: readonly MinuteInterval[];
};
