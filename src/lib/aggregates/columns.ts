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

/** What a column of a table is: what names its rows, or a count. */
export const TABLE_COLUMNS = ["unit", "field", ...AGGREGATE_COLUMNS] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];

/** Groups, groups within them, names, and one row to spare: so many rows a head may have. */
export const MOST_HEAD_ROWS = 4;

export function isCount(column: TableColumn): column is AggregateColumn {
  return column !== "unit" && column !== "field";
}

/** Counts by column; those that a form does not have are absent. */
export type AggregateCounts = Readonly<Partial<Record<AggregateColumn, number>>>;

export const aggregateCountsSchema = z.partialRecord(z.enum(AGGREGATE_COLUMNS), z.int().min(0));

/** Without these a table tells no rate: of each line one is enough. */
export const AGGREGATE_REQUIRED: readonly (readonly AggregateColumn[])[] = [
  ["receivedTotal", "receivedInPeriod", "receivedDirect"],
  ["resolvedTotal", "earlyOrOnTime", "onTime"],
  ["late", "lateWithApology"],
];
