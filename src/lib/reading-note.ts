import { z } from "zod";

export const SKIPPED_KINDS = ["total", "repeatedHeader", "columnNumbers", "besides"] as const;
export type SkippedKind = (typeof SKIPPED_KINDS)[number];

/** What was read of a file and what beside it, as it is kept with the batch. */
export const readingNoteSchema = z.object({
  /** Null in a file that has no sheets. */
  sheet: z.string().nullable(),
  /** 1-based. */
  headerRow: z.int(),
  others: z.array(z.object({ name: z.string(), kind: z.enum(["hidden", "noList", "list"]) })),
  /** Rows that tell of no dossier: how many, and the first of them. */
  skipped: z.array(z.object({ kind: z.enum(SKIPPED_KINDS), count: z.int(), rows: z.array(z.int()) })),
});
export type ReadingNote = z.infer<typeof readingNoteSchema>;
