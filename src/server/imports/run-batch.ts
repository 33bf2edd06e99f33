import "server-only";
import pg from "pg";
import type { CalendarDay } from "@/lib/sla";
import { connectionConfig } from "../db";
import { AppError } from "../errors";
import { IMPORT_LOCK } from "../ledger/import-lock";
import type { IdRange } from "../ledger/post-movements";
import { forgetOlder } from "./keep-before";
import { failBatch, markBatch, touchBatch, writeBatch } from "./batch-rows";
import { beginPreview, endPreview, keepPreview } from "./preview/make-preview";
import { requireCurrent, requireSame } from "./preview/preview-base";
import type { RowProblem } from "./row-problem";
import type { RowResult } from "./row-result";
import type { DossierSource, OpenSource } from "./row-source";
import { writeDossiers } from "./write-dossiers";
import { writeSteps } from "./write-steps";

export type BatchReference = {
  readonly provinceId: number;
  readonly batchId: number;
  readonly sourceId: number;
  readonly fileName: string;
  readonly asOf: Date;
  readonly asOfOn: CalendarDay;
  readonly zone: string;
};

export type ImportOptions = {
  /** What the batch brings: a file, or records that were sent. */
  readonly source: OpenSource;
  /** Prefix of the paths of the units whose stored dossiers may be added to. */
  readonly scopePath: string;
  readonly dryRun: boolean;
  /** Writes what a preview showed, or fails with `previewOutdated` when it would be something else by now. */
  readonly followsPreview?: boolean;
  /** How long to wait for another import of the province before failing with `importBusy`; null: for ever. */
  readonly waitMs: number | null;
  /** Tells what became of each row: for the small batches of a request, not for a file of a million. */
  readonly answersEach: boolean;
  /** Called now and then with the rows read so far. */
  readonly onProgress: (rowsRead: number) => void;
};

export type ImportOutcome = {
  readonly rowsRead: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly problems: readonly RowProblem[];
  /** By row number, where the batch answers each; a row that is in neither this nor the problems is unchanged. */
  readonly results: ReadonlyMap<number, RowResult>;
};

/** SQLSTATE lock_not_available. */
const LOCK_TIMEOUT = "55P03";
const PROGRESS_MS = 500;
/** So many new rows make the planner's picture of the tables stale before autovacuum comes round. */
const ANALYZE_FROM = 2000;
const ANALYZE_SQL = "ANALYZE dossier, dossier_pause, ledger_day, ledger_month, ledger_field_month";

/** One import at a time may use more memory than a page; its few large statements are not worth compiling. */
const SESSION_SQL = "SET temp_buffers = '64MB'; SET work_mem = '64MB'; SET jit = off";

/** Runs a recorded batch in one transaction: applied, previewed, or failed with nothing written. */
export async function runBatch(batch: BatchReference, options: ImportOptions): Promise<ImportOutcome> {
  const client = new pg.Client({ ...connectionConfig(), application_name: "dung-hen import" });
  // The query under way is rejected with the cause; the event alone must not end the process.
  client.on("error", () => {});
  try {
    await client.connect();
    return await runOn(client, batch, options);
  } catch (error) {
    const known = toAppError(error);
    await failBatch(batch, known ?? new AppError("unexpected")).catch(() => {});
    throw known ?? error;
  } finally {
    await client.end().catch(() => {});
  }
}

async function runOn(client: pg.Client, batch: BatchReference, options: ImportOptions): Promise<ImportOutcome> {
  await client.query(SESSION_SQL);
  await client.query("BEGIN");
  await client.query("SELECT set_config('TimeZone', $1, true)", [batch.zone]);
  await takeLock(client, batch, options.waitMs);
  const working = options.dryRun ? "previewing" : "applying";
  await markBatch(batch, working);
  const shown = options.followsPreview === true ? await requireCurrent(client, batch) : null;
  const preview = options.dryRun ? await beginPreview(client, batch) : null;
  await client.query("SAVEPOINT untouched");
  let lastMark = performance.now();
  const written = await write(client, batch, options, (rowsRead) => {
    options.onProgress(rowsRead);
    if (performance.now() - lastMark < PROGRESS_MS) return;
    lastMark = performance.now();
    void touchBatch(batch, working, rowsRead).catch(() => {});
  });
  const problems = [...written.problems].sort((a, b) => a.rowNumber - b.rowNumber);
  const rejected = new Set(problems.map((problem) => problem.rowNumber)).size;
  const outcome: ImportOutcome = { ...written, rejected, problems };
  if (outcome.rowsRead !== outcome.inserted + outcome.updated + outcome.unchanged + rejected) {
    throw new Error(`Rows do not add up: ${JSON.stringify({ ...outcome, problems: problems.length })}`);
  }
  if (shown) requireSame(shown, outcome);
  const effect =
    preview && (await endPreview(client, batch, preview, { ...outcome, isSteps: written.newIds === undefined }));
  if (options.dryRun) await client.query("ROLLBACK TO SAVEPOINT untouched");
  await writeBatch(client, batch, options.dryRun ? "previewed" : "applied", outcome, problems);
  if (effect || shown) await keepPreview(client, batch, effect);
  if (!options.dryRun && written.newIds !== undefined) await makeUndoable(client, batch, written.newIds);
  await client.query("COMMIT");
  const isMuch = outcome.inserted + outcome.updated >= ANALYZE_FROM;
  if (isMuch && !options.dryRun && !options.answersEach) await client.query(ANALYZE_SQL);
  return outcome;
}

async function write(
  client: pg.Client,
  batch: BatchReference,
  { source, scopePath, answersEach }: ImportOptions,
  onProgress: (rowsRead: number) => void,
): Promise<Omit<ImportOutcome, "rejected"> & { readonly newIds?: IdRange | null }> {
  const opened = await source(client, batch);
  if (opened.kind === "steps") return writeSteps(client, batch, opened, scopePath, onProgress);
  const reopen = async (): Promise<DossierSource> => {
    const again = await source(client, batch);
    if (again.kind !== "dossiers") throw new Error("A source changed its kind between two readings");
    return again;
  };
  return writeDossiers(client, batch, opened, { answersEach, onProgress, reopen });
}

async function makeUndoable(
  client: pg.Client,
  { provinceId, batchId, sourceId }: BatchReference,
  newIds: IdRange | null,
): Promise<void> {
  await client.query(
    "UPDATE import_batch SET is_undoable = true, first_new_id = $3, last_new_id = $4 WHERE province_id = $1 AND id = $2",
    [provinceId, batchId, newIds?.first, newIds?.last],
  );
  await forgetOlder(client, provinceId, sourceId);
}

/** One import per province at a time. Whoever holds the lock knows that no other batch can be at work. */
async function takeLock(
  client: pg.Client,
  { provinceId, batchId }: BatchReference,
  waitMs: number | null,
): Promise<void> {
  // To PostgreSQL 0 is no limit, so that not to wait at all is to wait for a millisecond.
  const limit = waitMs === null ? 0 : Math.max(1, waitMs);
  await client.query("SELECT set_config('lock_timeout', $1, true)", [`${limit}ms`]);
  await client.query("SELECT pg_advisory_xact_lock($1, $2)", [IMPORT_LOCK, provinceId]);
  await client.query("SET LOCAL lock_timeout = 0");
  await client.query(
    `UPDATE import_batch SET state = 'failed', failure = '{"code": "connectionLost", "params": {}}'
      WHERE province_id = $1 AND id <> $2 AND state IN ('previewing', 'applying')`,
    [provinceId, batchId],
  );
}

/** Class 08 is a broken connection, 57P a server that stops; the driver has words of its own. */
function toAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (!(error instanceof Error)) return null;
  const code = "code" in error ? String(error.code) : "";
  if (code === LOCK_TIMEOUT) return new AppError("importBusy", { seconds: 10 });
  const isLost =
    /^(08|57P)/.test(code) ||
    /^E(CONN|PIPE)/.test(code) ||
    /connection (terminated|ended|error)|not queryable/i.test(error.message);
  return isLost ? new AppError("connectionLost") : null;
}
