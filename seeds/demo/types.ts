import type { Channel, DossierStatus, PauseReason } from "@/lib/sla";
import type { SeedProcedure } from "../reference/read-procedures";
import type { SeedUnit } from "../reference/read-units";
import type { DayNumber } from "./day-grid";
import type { Weighted } from "./weighted";

/** How many are resolved in a month, and how many of those late. */
export type MonthQuota = { readonly month: string; readonly resolved: number; readonly late: number };

/** Dossiers overdue at every month's end from `firstMonth` to `lastMonth`, and at no other; null: still open. */
export type OverdueCohort = {
  readonly firstMonth: string;
  readonly lastMonth: string | null;
  readonly count: number;
};

export type OpenQuota = {
  readonly inTime: number;
  readonly overdue: number;
  readonly paused: number;
  readonly undated: number;
};

/** What one unit's dossiers must add up to. Every number is exact. */
export type UnitPlan = {
  readonly unit: SeedUnit;
  readonly receivingUnits: Weighted<SeedUnit>;
  readonly procedures: Weighted<SeedProcedure>;
  readonly officers: Weighted<string>;
  readonly onlineShare: number;
  /** Land and similar offices: long lateness, many pauses. */
  readonly slow: boolean;
  readonly months: readonly MonthQuota[];
  readonly open: OpenQuota;
  readonly undatedResolved: number;
  readonly returned: number;
  readonly refused: number;
  readonly registered: number;
  /** When set: of those resolved from that day on, exactly so many were received before it. */
  readonly carriedOver: { readonly boundary: string; readonly count: number } | null;
  /** Late ones are closed in the month they were due, so that only cohorts are overdue at a month's end. */
  readonly lateStaysInMonth: boolean;
  readonly overdueCohorts: readonly OverdueCohort[];
};

/** A day and, where known, the minute since midnight. */
export type Moment = { readonly day: DayNumber; readonly minute: number };

/** One invented dossier. */
export type DemoDossier = {
  readonly unit: SeedUnit;
  readonly receivingUnit: SeedUnit;
  readonly procedure: SeedProcedure;
  readonly channel: Channel;
  readonly status: DossierStatus;
  readonly officer: string;
  readonly received: Moment;
  readonly due: Moment | null;
  readonly finished: Moment | null;
  readonly handedOver: DayNumber | null;
  readonly extendedDue: DayNumber | null;
  readonly pause: DemoPause | null;
};

export type DemoPause = { readonly from: DayNumber; readonly until: DayNumber | null; readonly reason: PauseReason };

export type CodedDossier = DemoDossier & { readonly code: string };

/** Who had a dossier from when to when; `ended` is null while it lasts. */
export type DemoStep = {
  readonly office: string;
  readonly officer: string;
  readonly begun: Moment;
  readonly ended: Moment | null;
  readonly dueDay: DayNumber;
};
