import "server-only";
import type pg from "pg";
import type { Viewer } from "@/lib/access/viewer";
import type { Period } from "@/lib/period";
import { type CalendarDay, dayOf } from "@/lib/sla";
import { cleanText } from "@/lib/text";
import { now } from "../clock";
import { queryRows } from "../db";
import { AppError } from "../errors";
import type { RowProblem } from "./row-problem";
import type { BatchReference } from "./run-batch";

export type NewBatch = {
  readonly sourceName: string;
  readonly isDemo: boolean;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly fileBytes: number;
  readonly asOf: Date;
  /** The token of the system that sent it; absent for files. */
  readonly apiTokenId?: number;
  /** Of an aggregate table that does not tell its own. */
  readonly period?: Period | null;
  /** Of a workbook with several lists, the one to read. */
  readonly sheet?: string | null;
};

const CLOCK_SKEW = 5 * 60_000;
const LONGEST_SOURCE = 100;

/** Records an offered file, and its source when it is new. Throws `invalidInput` for an as-of moment to come. */
export async function openBatch(viewer: Viewer, batch: NewBatch): Promise<BatchReference> {
  const sourceName = cleanText(batch.sourceName);
  if (sourceName === "" || sourceName.length > LONGEST_SOURCE) {
    throw new AppError("invalidInput", { field: "sourceName", reason: sourceName === "" ? "missing" : "tooLong" });
  }
  if (Number.isNaN(batch.asOf.getTime())) throw new AppError("invalidInput", { field: "asOf", reason: "malformed" });
  if (batch.asOf.getTime() > now().getTime() + CLOCK_SKEW) {
    throw new AppError("invalidInput", { field: "asOf", reason: "future" });
  }
  const [province] = await queryRows<{ zone: string }>("SELECT zone FROM province WHERE id = $1", [viewer.provinceId]);
  if (!province) throw new AppError("notFound", { what: "province" });
  const asOfOn: CalendarDay = dayOf(batch.asOf, province.zone);
  const sourceId = await sourceOf(viewer.provinceId, sourceName, batch.isDemo);
  const [row] = await queryRows<{ id: number }>(
    `INSERT INTO import_batch (province_id, source_id, file_name, file_sha256, file_bytes, as_of, as_of_on, created_by, api_token_id,
                               period_from, period_to, sheet)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
    [
      viewer.provinceId,
      sourceId,
      batch.fileName,
      batch.fileSha256,
      batch.fileBytes,
      batch.asOf,
      asOfOn,
      viewer.userId,
      batch.apiTokenId ?? null,
      batch.period?.from ?? null,
      batch.period?.to ?? null,
      batch.sheet ?? null,
    ],
  );
  return {
    provinceId: viewer.provinceId,
    batchId: row?.id ?? 0,
    sourceId,
    fileName: batch.fileName,
    asOf: batch.asOf,
    asOfOn,
    zone: province.zone,
    period: batch.period ?? null,
    sheet: batch.sheet ?? null,
  };
}

/** Looked up first: a write, even of nothing, makes the kept answers of every page void. */
async function sourceOf(provinceId: number, name: string, isDemo: boolean): Promise<number> {
  const known = await queryRows<{ id: number }>("SELECT id FROM source WHERE province_id = $1 AND name = $2", [
    provinceId,
    name,
  ]);
  const [source] =
    known.length > 0
      ? known
      : await queryRows<{ id: number }>(
          `INSERT INTO source (province_id, name, is_demo) VALUES ($1, $2, $3)
           ON CONFLICT (province_id, name) DO UPDATE SET name = excluded.name RETURNING id`,
          [provinceId, name, isDemo],
        );
  return source?.id ?? 0;
}

/** What is written, or dropped, stays so whoever comes late with the same batch. */
const IS_UNSETTLED = "state NOT IN ('applied', 'cancelled', 'undone')";

export type BatchCounts = {
  readonly rowsRead: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
};

/**
 * Writes what came of a batch, on the connection of the transaction it belongs to. Throws `importCancelled` when
 * somebody was faster: then nothing of it may be committed.
 */
export async function writeBatch(
  client: pg.ClientBase,
  { provinceId, batchId }: BatchReference,
  state: "previewed" | "applied",
  counts: BatchCounts,
  problems: readonly RowProblem[],
): Promise<void> {
  const { rowCount } = await client.query(
    `UPDATE import_batch
        SET state = $3, rows_read = $4, rows_total = $4, inserted = $5, updated = $6, unchanged = $7, rejected = $8,
            failure = NULL, applied_at = CASE WHEN $3 = 'applied'::batch_state THEN $9::timestamptz END
      WHERE province_id = $1 AND id = $2 AND ${IS_UNSETTLED}`,
    [
      provinceId,
      batchId,
      state,
      counts.rowsRead,
      counts.inserted,
      counts.updated,
      counts.unchanged,
      counts.rejected,
      now(),
    ],
  );
  if (rowCount === 0) throw new AppError("importCancelled");
  await client.query("DELETE FROM import_problem WHERE province_id = $1 AND batch_id = $2", [provinceId, batchId]);
  await client.query(
    `INSERT INTO import_problem (province_id, batch_id, row_number, column_name, code, dossier_code, details)
     SELECT $1, $2, p.row, p."column", p.code, p.dossier, p.details
       FROM jsonb_to_recordset($3::jsonb) AS p(row int, "column" text, code text, dossier text, details jsonb)`,
    [
      provinceId,
      batchId,
      JSON.stringify(
        problems.map(({ rowNumber, columnName, code, dossierCode, details }) => ({
          row: rowNumber,
          column: columnName,
          code,
          dossier: dossierCode,
          details,
        })),
      ),
    ],
  );
}

type BatchKey = Pick<BatchReference, "provinceId" | "batchId">;
type Working = "previewing" | "applying";

/** A batch that waits for its turn. Throws `importStale` for one that is applied or cancelled. */
export async function queueBatch({ provinceId, batchId }: BatchKey, working: Working): Promise<void> {
  const queued = await queryRows(
    `UPDATE import_batch SET state = $3, rows_read = 0, touched_at = $4, began_at = NULL
      WHERE province_id = $1 AND id = $2 AND ${IS_UNSETTLED} RETURNING id`,
    [provinceId, batchId, working, now()],
  );
  if (queued.length === 0) throw new AppError("importStale");
}

/** A batch that got its turn. Throws `importCancelled` when it was cancelled while it waited. */
export async function beginBatch({ provinceId, batchId }: BatchKey, working: Working): Promise<void> {
  const begun = await queryRows(
    `UPDATE import_batch SET state = $3, touched_at = $4, began_at = $4
      WHERE province_id = $1 AND id = $2 AND ${IS_UNSETTLED} RETURNING id`,
    [provinceId, batchId, working, now()],
  );
  if (begun.length === 0) throw new AppError("importCancelled");
}

/** How far a batch at work has come. False when it is at work no longer: then nothing is changed. */
export async function touchBatch(
  { provinceId, batchId }: BatchKey,
  working: Working,
  rowsRead: number,
): Promise<boolean> {
  const touched = await queryRows(
    "UPDATE import_batch SET rows_read = $4, touched_at = $5 WHERE province_id = $1 AND id = $2 AND state = $3 RETURNING id",
    [provinceId, batchId, working, rowsRead, now()],
  );
  return touched.length > 0;
}

/** A batch that came to nothing, and why. */
export async function failBatch({ provinceId, batchId }: BatchKey, error: AppError): Promise<void> {
  await queryRows(
    `UPDATE import_batch SET state = 'failed', failure = $3 WHERE province_id = $1 AND id = $2 AND ${IS_UNSETTLED}`,
    [provinceId, batchId, JSON.stringify({ code: error.code, params: error.params })],
  );
}

/** The same for one that is left at work by a process that has ended; what is settled stays. */
export async function failAbandoned(
  { provinceId, batchId }: BatchKey,
  working: Working,
  error: AppError,
): Promise<void> {
  await queryRows(
    `UPDATE import_batch SET state = 'failed', failure = $3
      WHERE province_id = $1 AND id = $2 AND state IN ('uploaded', $4)`,
    [provinceId, batchId, JSON.stringify({ code: error.code, params: error.params }), working],
  );
}
