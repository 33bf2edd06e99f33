import "server-only";
import type { IdRange } from "../ledger/post-movements";
import type { RowResult } from "./row-result";
import type { StagedLine } from "./staging";

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
  /** Their lines, put together by handling unit: neighbours in the indexes by unit become neighbours on disk. */
  readonly pieces: ReadonlyMap<number, string>;
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

export type BlockWriter = {
  /** A dossier's line in the text format of COPY. */
  line(rowNumber: number, staged: StagedLine): string;
  write(block: Block): Promise<WrittenBlock>;
};
