import "server-only";
import type { IdRange } from "../ledger/post-movements";
import type { CopyRows } from "./copy-rows";
import type { RowResult } from "./row-result";
import type { StagedDossier } from "./staging";

/** Rows of a full block. */
export const BLOCK_ROWS = 25_000;

export type MergeContext = {
  readonly provinceId: number;
  readonly sourceId: number;
  readonly batchId: number;
  readonly asOf: Date;
  readonly calendarVersion: number;
  /** Zone of the moments that dossiers tell. */
  readonly zone: string;
  /** Whether others may be kept waiting while it is written. */
  readonly isShort: boolean;
  /** Whether to tell what became of each row. */
  readonly answersEach: boolean;
};

/** Some thousand dossiers, whose codes differ, on their way to the database. */
export type Block = {
  /** As COPY takes them, put together by handling unit: neighbours in the indexes by unit become neighbours on disk. */
  readonly rows: Buffer;
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
  /** Adds dossiers to the rows of the next block. */
  put(rows: CopyRows, dossiers: readonly StagedDossier[]): void;
  write(block: Block): Promise<WrittenBlock>;
  /** Whether the next block should be written though it is small: what is gathered besides its rows has no more room. */
  isFull(): boolean;
  /** What remains to be done for all of them once they are written, prepared while the last are still on their way. */
  prepareEnd(): (newIds: IdRange | null) => Promise<void>;
};
