import "server-only";
import type { IdRange } from "../ledger/post-movements";
import type { RowResult } from "./row-result";

export type MergeContext = {
  readonly provinceId: number;
  readonly sourceId: number;
  readonly batchId: number;
  readonly asOf: Date;
  readonly calendarVersion: number;
  /** Whether to tell what became of each row. */
  readonly answersEach: boolean;
};

/** Some thousand dossiers, whose codes differ, on their way to the database. */
export type Block = {
  /** Their lines for the staging table, put together to pieces. */
  readonly pieces: readonly string[];
  readonly rowNumbers: readonly number[];
  /** Those that have pauses, and the pauses as JSON. */
  readonly paused: readonly { readonly code: string; readonly pauses: string }[];
};

export type WrittenBlock = {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Range of the inserted dossiers' ids. */
  readonly newIds: IdRange | null;
  readonly results: readonly (readonly [rowNumber: number, result: RowResult])[];
};

export type BlockWriter = (block: Block) => Promise<WrittenBlock>;
