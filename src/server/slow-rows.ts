import "server-only";
import { createHash } from "node:crypto";
import type pg from "pg";
import { queryRows } from "./db";

/** An answer that took so many milliseconds is kept for others. */
const SLOW_MS = 150;
/** Answers of more rows are kept by the process alone. */
const MOST_ROWS = 50_000;

export type Question = {
  /** The statement and its parameters. */
  readonly key: string;
  /** The count of changes under which the answer is to hold. */
  readonly version: number;
};

const READ_SQL = "SELECT rows FROM kept_answer WHERE key = $1 AND version = $2";
const WRITE_SQL = `INSERT INTO kept_answer (key, version, rows) VALUES ($1, $2, $3)
  ON CONFLICT (key) DO UPDATE SET version = EXCLUDED.version, rows = EXCLUDED.rows
   WHERE kept_answer.version < EXCLUDED.version`;
/** What held under an older count never holds again. */
const FORGET_SQL = `DELETE FROM kept_answer
  WHERE key IN (SELECT key FROM kept_answer WHERE version < $1 FOR UPDATE SKIP LOCKED)`;

/** The answer to a question as another process found it, or else as `ask` finds it; kept when that took long. */
export async function slowRows<Row extends pg.QueryResultRow>(
  { key, version }: Question,
  ask: () => Promise<Row[]>,
): Promise<Row[]> {
  const name = createHash("sha256").update(key).digest("hex");
  const [known] = await queryRows<{ rows: Row[] }>(READ_SQL, [name, version], "kept-answer");
  if (known) return known.rows;
  const begin = performance.now();
  const rows = await ask();
  // Nobody misses it when it cannot be kept.
  if (performance.now() - begin >= SLOW_MS && canKeep(rows)) await keep(name, version, rows).catch(() => {});
  return rows;
}

/** Days are text, counts are numbers; a moment would come back as something else. */
function canKeep(rows: readonly pg.QueryResultRow[]): boolean {
  return rows.length <= MOST_ROWS && !rows.some((row) => Object.values(row).some((value) => value instanceof Date));
}

async function keep(name: string, version: number, rows: readonly pg.QueryResultRow[]): Promise<void> {
  await queryRows(FORGET_SQL, [version]);
  await queryRows(WRITE_SQL, [name, version, JSON.stringify(rows)]);
}
