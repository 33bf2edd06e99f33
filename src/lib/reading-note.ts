import { z } from "zod";
import { TABLE_IDENTITIES } from "./aggregates/check-counts";
import { AGGREGATE_COLUMNS } from "./aggregates/columns";
import { daySchema } from "./filters";

export const SKIPPED_KINDS = ["total", "repeatedHeader", "columnNumbers", "besides"] as const;
export type SkippedKind = (typeof SKIPPED_KINDS)[number];

const period = z.object({ from: daySchema, to: daySchema });

/** What an aggregate table is of, and the sums that its rows do not keep. */
const aggregateNoteSchema = z.object({
  rowsAre: z.enum(["unit", "field"]),
  period,
  /** What its titles say; null when they say nothing. */
  periodInTitle: period.nullable(),
  brokenCount: z.int(),
  /** The first of them. */
  broken: z.array(
    z.object({
      /** 1-based. */
      row: z.int(),
      /** The unit, or its field. */
      unit: z.string(),
      identity: z.enum(TABLE_IDENTITIES),
      total: z.enum(AGGREGATE_COLUMNS),
      parts: z.array(z.enum(AGGREGATE_COLUMNS)),
      /** As a spreadsheet names them: the total, then its parts. */
      cells: z.array(z.string()),
      actual: z.int(),
      expected: z.int(),
      /** The table before or after it, where that one says otherwise. */
      other: z.object({ period, fileName: z.string() }).optional(),
    }),
  ),
});
export type AggregateNote = z.infer<typeof aggregateNoteSchema>;

/** What was read of a file and what beside it, as it is kept with the batch. */
export const readingNoteSchema = z.object({
  /** Null in a file that has no sheets. */
  sheet: z.string().nullable(),
  /** 1-based. */
  headerRow: z.int(),
  others: z.array(z.object({ name: z.string(), kind: z.enum(["hidden", "noList", "list"]) })),
  /** Rows that tell of no dossier: how many, and the first of them. */
  skipped: z.array(z.object({ kind: z.enum(SKIPPED_KINDS), count: z.int(), rows: z.array(z.int()) })),
  /** Dossiers that are paused, in a list that cannot tell since when. */
  undatedPauses: z.int().optional(),
  /** Only of an aggregate table. */
  aggregate: aggregateNoteSchema.optional(),
});
export type ReadingNote = z.infer<typeof readingNoteSchema>;
