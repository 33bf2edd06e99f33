import "server-only";
import pg from "pg";
import type { Period } from "@/lib/period";
import type { AggregateNote } from "@/lib/reading-note";
import type { CalendarDay } from "@/lib/sla";
import { connectionConfig } from "../db";
import { AppError } from "../errors";
import { sessionName } from "../ledger/import-session";
import type { IdRange } from "../ledger/post-movements";
import { writeAggregates } from "./aggregates/write-aggregates";
import { failBatch, queueBatch, writeBatch } from "./batch-rows";
import { BUILD_DEFERRED_SQL } from "./defer-indexes";
import { forgetOlder } from "./keep-before";
import { beginPreview, endPreview, keepPreview } from "./preview/make-preview";
import type { KeepChanges } from "./preview/read-changes";
import { requireCurrent, requireSame } from "./preview/preview-base";
import type { RowProblem } from "./row-problem";
import type { RowResult } from "./row-result";
import type { DossierSource, OpenSource, RowSource } from "./row-source";
import { takeTurn } from "./take-turn";
import { BatchWatch } from "./watch-batch";
import { type OnReading, watchReading } from "./watch-reading";
import { writeDossiers } from "./write-dossiers";
import { writeSteps } from "./write-steps";
import { yieldToPages } from "./yield-to-pages";

export type BatchReference = {
  readonly provinceId: number;
  readonly batchId: number;
  readonly sourceId: number;
  readonly fileName: string;
  readonly asOf: Date;
  readonly asOfOn: CalendarDay;
  readonly zone: string;
  /** Of an aggregate table that does not tell its own, as whoever offered it said. */
  readonly period: Period | null;
  /** Of a workbook with several lists, the one that was chosen; null for the first. */
  readonly sheet: string | null;
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
  /** Pages go before its work in the database: for what nobody waits for. */
  readonly yields?: boolean;
  /** Keeps all that a dry run would change, for whoever wants to see more than its preview shows. */
  readonly keepChanges?: KeepChanges;
  /** Called now and then with the rows read so far. */
  readonly onProgress: (rowsRead: number) => void;
  readonly onReading?: OnReading;
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
  /** What an aggregate table is of; absent for dossiers. */
  readonly aggregate?: AggregateNote;
};

/** SQLSTATE lock_not_available. */
const LOCK_TIMEOUT = "55P03";
/** So many new rows make the planner's picture of the tables stale before autovacuum comes round. */
const ANALYZE_FROM = 2000;
const ANALYZE_SQL = "ANALYZE dossier, dossier_pause, ledger_day, ledger_month, ledger_field_month";

/**
 * One import at a time may use more memory than a page; its few large statements are not worth compiling. A
 * process that has stopped reading without an end must not hold the province for ever.
 */
const SESSION_SQL = `SET temp_buffers = '64MB'; SET work_mem = '64MB'; SET jit = off;
  SET idle_in_transaction_session_timeout = '120s'`;
/** A statement whose client was killed ends too. Servers on systems that cannot tell refuse the setting. */
const NOTICE_DEATH_SQL = "SET client_connection_check_interval = '1s'";

/**
 * Runs a recorded batch in one transaction when it is its turn: applied, previewed, or failed or cancelled with
 * nothing written.
 */
export async function runBatch(batch: BatchReference, options: ImportOptions): Promise<ImportOutcome> {
  const client = new pg.Client({ ...connectionConfig(), application_name: sessionName(batch) });
  // The query under way is rejected with the cause; the event alone must not end the process.
  client.on("error", () => {});
  try {
    await client.connect();
    if (options.yields === true) await yieldToPages(client).catch(() => {});
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
  await client.query(NOTICE_DEATH_SQL).catch(() => {});
  // What is empty under a lock must be so now, not when the import began to wait, whatever the server's default is.
  await client.query("BEGIN ISOLATION LEVEL READ COMMITTED");
  await client.query("SELECT set_config('TimeZone', $1, true)", [batch.zone]);
  const working = options.dryRun ? "previewing" : "applying";
  await queueBatch(batch, working);
  const watch = new BatchWatch(batch, working);
  try {
    return await runWatched(client, batch, options, watch);
  } catch (error) {
    // A cancelled batch has lost its session: it must not be told as a broken connection.
    await watch.ask();
    watch.requireWanted();
    throw error;
  } finally {
    watch.stop();
  }
}

async function runWatched(
  client: pg.Client,
  batch: BatchReference,
  options: ImportOptions,
  watch: BatchWatch,
): Promise<ImportOutcome> {
  await takeTurn(client, batch, watch.working, options.waitMs);
  const shown = options.followsPreview === true ? await requireCurrent(client, batch) : null;
  const preview = options.dryRun ? await beginPreview(client, batch) : null;
  await client.query("SAVEPOINT untouched");
  const written = await write(client, batch, options, (rowsRead) => {
    watch.requireWanted();
    watch.rowsRead = rowsRead;
    options.onProgress(rowsRead);
  });
  const problems = [...written.problems].sort((a, b) => a.rowNumber - b.rowNumber);
  const rejected = new Set(problems.map((problem) => problem.rowNumber)).size;
  const outcome: ImportOutcome = { ...written, rejected, problems };
  if (outcome.rowsRead !== outcome.inserted + outcome.updated + outcome.unchanged + rejected) {
    throw new Error(`Rows do not add up: ${JSON.stringify({ ...outcome, problems: problems.length })}`);
  }
  if (shown) requireSame(shown, outcome);
  const effect =
    preview &&
    (await endPreview(client, batch, preview, {
      ...outcome,
      isSteps: written.newIds === undefined,
      keepChanges: options.keepChanges,
    }));
  if (options.dryRun) await client.query("ROLLBACK TO SAVEPOINT untouched");
  watch.stop();
  await writeBatch(client, batch, options.dryRun ? "previewed" : "applied", outcome, problems);
  if (effect || shown) await keepPreview(client, batch, effect);
  if (!options.dryRun) await makeUndoable(client, batch, written.newIds ?? null);
  await client.query("COMMIT");
  if (!options.dryRun && !options.answersEach) await makeReadable(client, outcome);
  return outcome;
}

/**
 * What lists are found by, when the batch is applied: where it fails, lists are slower, and the next file makes up for
 * it. Who sends records waits for the answer, not for this.
 */
async function makeReadable(client: pg.Client, { inserted, updated }: ImportOutcome): Promise<void> {
  await client.query(BUILD_DEFERRED_SQL).catch(() => {});
  // Another import of first rows keeps everybody from it, autovacuum as well.
  await client.query("SET lock_timeout = '10s'").catch(() => {});
  if (inserted + updated >= ANALYZE_FROM) await client.query(ANALYZE_SQL).catch(() => {});
}

async function write(
  client: pg.Client,
  batch: BatchReference,
  { source, scopePath, answersEach, onReading = () => {} }: ImportOptions,
  onProgress: (rowsRead: number) => void,
): Promise<Omit<ImportOutcome, "rejected"> & { readonly newIds?: IdRange | null }> {
  const open = async (): Promise<RowSource> => {
    onReading(true);
    return watchReading(await source(client, batch), onReading);
  };
  const opened = await open();
  if (opened.kind === "steps") return writeSteps(client, batch, opened, scopePath, onProgress);
  if (opened.kind === "aggregates") {
    return { ...(await writeAggregates(client, batch, opened)), aggregate: opened.note };
  }
  const reopen = async (): Promise<DossierSource> => {
    const again = await open();
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
