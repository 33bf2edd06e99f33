import "server-only";
import pg from "pg";
import type { CalendarDay } from "@/lib/sla";
import { connectionConfig } from "../db";
import { AppError } from "../errors";
import { IMPORT_LOCK } from "../ledger/import-lock";
import { loadCalendars } from "../sla/load-calendars";
import { failBatch, markBatch, touchBatch, writeBatch } from "./batch-rows";
import { detectFormat } from "./detect-format";
import { createStaging, mergeStaging, rejectConflicts } from "./merge-staging";
import type { RowProblem } from "./row-problem";
import { stageFile } from "./stage-file";

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
  readonly filePath: string;
  readonly dryRun: boolean;
  /** Waits for another import of the province instead of failing with `importBusy`. */
  readonly waits: boolean;
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
};

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
  const format = await detectFormat(options.filePath, batch.fileName);
  await client.query(SESSION_SQL);
  await client.query("BEGIN");
  await client.query("SELECT set_config('TimeZone', $1, true)", [batch.zone]);
  await takeLock(client, batch, options.waits);
  const working = options.dryRun ? "previewing" : "applying";
  await markBatch(batch, working);
  const calendars = await loadCalendars(batch.provinceId);
  await client.query("SAVEPOINT untouched");
  await createStaging(client);
  let lastMark = performance.now();
  const staged = await stageFile(client, batch, { filePath: options.filePath, format, calendars }, (rowsRead) => {
    options.onProgress(rowsRead);
    if (performance.now() - lastMark < PROGRESS_MS) return;
    lastMark = performance.now();
    void touchBatch(batch, working, rowsRead).catch(() => {});
  });
  const conflicts = await rejectConflicts(client, staged.codeColumn);
  const problems = [...staged.problems, ...conflicts].sort((a, b) => a.rowNumber - b.rowNumber);
  const merged = await mergeStaging(client, { ...batch, calendarVersion: calendars.version });
  const rejected = new Set(problems.map((problem) => problem.rowNumber)).size;
  const outcome = { rowsRead: staged.rowsRead, ...merged, rejected, problems };
  if (outcome.rowsRead !== merged.inserted + merged.updated + merged.unchanged + rejected) {
    throw new Error(`Rows do not add up: ${JSON.stringify({ ...outcome, problems: problems.length })}`);
  }
  if (options.dryRun) await client.query("ROLLBACK TO SAVEPOINT untouched");
  await writeBatch(client, batch, options.dryRun ? "previewed" : "applied", outcome, problems);
  await client.query("COMMIT");
  if (!options.dryRun && merged.inserted + merged.updated >= ANALYZE_FROM) await client.query(ANALYZE_SQL);
  return outcome;
}

/** One import per province at a time. Whoever holds the lock knows that no other batch can be at work. */
async function takeLock(client: pg.Client, { provinceId, batchId }: BatchReference, waits: boolean): Promise<void> {
  const key = [IMPORT_LOCK, provinceId];
  if (waits) await client.query("SELECT pg_advisory_xact_lock($1, $2)", key);
  else {
    const { rows } = await client.query<{ taken: boolean }>("SELECT pg_try_advisory_xact_lock($1, $2) AS taken", key);
    if (rows[0]?.taken !== true) throw new AppError("importBusy");
  }
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
  const isLost =
    /^(08|57P)/.test(code) || /^E(CONN|PIPE)/.test(code) || /connection (terminated|ended)/i.test(error.message);
  return isLost ? new AppError("connectionLost") : null;
}
