import { z } from "zod";

/** What the columns of an aggregate table can count. All are numbers of dossiers of one unit and period. */
export const AGGREGATE_COLUMNS = [
  "receivedTotal",
  "receivedInPeriod",
  "receivedDirect",
  "receivedOnline",
  "receivedOnlinePartial",
  "receivedOnlineOther",
  /** Received for another place (phi địa giới): counted under its channel already. */
  "receivedElsewhere",
  "receivedPostal",
  "carriedOver",
  "resolvedTotal",
  "early",
  "onTime",
  /** Where a form has one column for both. */
  "earlyOrOnTime",
  "late",
  "lateWithApology",
  "lateWithoutApology",
  "openTotal",
  "inTime",
  /** Paused as a part of what is open; `paused` stands beside it. */
  "openPaused",
  "overdue",
  "overdueWithApology",
  "overdueWithoutApology",
  "paused",
  "returned",
  "withdrawn",
  "refused",
] as const;
export type AggregateColumn = (typeof AGGREGATE_COLUMNS)[number];

/** Counts by column; those that a form does not have are absent. */
export type AggregateCounts = Readonly<Partial<Record<AggregateColumn, number>>>;

export const aggregateCountsSchema = z.partialRecord(z.enum(AGGREGATE_COLUMNS), z.int().min(0));

/** Without these a table tells no rate: of each line one is enough. */
export const AGGREGATE_REQUIRED: readonly (readonly AggregateColumn[])[] = [
  ["receivedTotal", "receivedInPeriod", "receivedDirect"],
  ["resolvedTotal", "earlyOrOnTime", "onTime"],
  ["late", "lateWithApology"],
];
