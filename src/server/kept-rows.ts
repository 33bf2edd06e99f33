import "server-only";
import type pg from "pg";
import { cache } from "react";
import { database, queryRows } from "./db";
import { slowRows } from "./slow-rows";

/** As many rows are kept at most, of all answers together; the one asked for longest ago goes first. */
const MOST_ROWS = 100_000;

type Answer<Row> = { readonly rows: Promise<readonly Row[]>; count: number };
type Kept = { version: number; count: number; readonly answers: Map<string, Answer<pg.QueryResultRow>> };

/** Answers belong to the database that gave them. */
const stores = new WeakMap<pg.Pool, Kept>();

/** Transactions so far that changed what pages show; asked once a request, before anything is read. */
export const dataVersion = cache(async (): Promise<number> => {
  const sql = "SELECT coalesce(sum(changes), 0)::int8 AS version FROM data_version";
  const [row] = await queryRows<{ version: number }>(sql, [], "data-version");
  return row?.version ?? 0;
});

/**
 * As `queryRows`, and the answer is kept until any transaction changes what pages show (trigger `count_change`): whoever
 * asks after its commit finds another version and asks the database. The same question asked twice at once is asked
 * once, and what took long to find is kept for the other processes. For statements that read nothing but their parameters and the tables that are counted: no clock, no login. The
 * scope must be among the parameters.
 */
export async function keptRows<Row extends pg.QueryResultRow>(
  text: string,
  values: readonly unknown[],
  name?: string,
): Promise<readonly Row[]> {
  const version = await dataVersion();
  const kept = storeOf(version);
  if (kept === null) return queryRows<Row>(text, values, name);
  const key = `${text}\n${JSON.stringify(values)}`;
  const known = kept.answers.get(key);
  if (known) {
    kept.answers.delete(key);
    kept.answers.set(key, known);
    return known.rows as Promise<readonly Row[]>;
  }
  const rows = slowRows<Row>({ key, version }, () => queryRows<Row>(text, values, name)).then((found) =>
    Object.freeze(found.map((row) => Object.freeze(row))),
  );
  const answer: Answer<Row> = { rows, count: 0 };
  kept.answers.set(key, answer);
  try {
    answer.count = (await rows).length + 1;
  } catch (error) {
    kept.answers.delete(key);
    throw error;
  }
  if (kept.answers.get(key) === answer) kept.count += answer.count;
  forgetOldest(kept);
  return rows;
}

const made = new WeakMap<readonly unknown[], Map<string, unknown>>();

/**
 * What is made of kept rows, made once: for tables whose making costs more than the way to the database. The key tells
 * apart what else it is made of; what comes out must not be changed.
 */
export function madeOnce<Result>(rows: readonly unknown[], key: string, make: () => Result): Result {
  const known = made.get(rows) ?? new Map<string, unknown>();
  made.set(rows, known);
  if (!known.has(key)) known.set(key, make());
  return known.get(key) as Result;
}

/** Null for a request that began before the newest change anybody has seen: it keeps nothing. */
function storeOf(version: number): Kept | null {
  const { pool } = database();
  const store = stores.get(pool);
  if (store && store.version > version) return null;
  if (store?.version === version) return store;
  const fresh: Kept = { version, count: 0, answers: new Map() };
  stores.set(pool, fresh);
  return fresh;
}

function forgetOldest(kept: Kept): void {
  for (const [key, { count }] of kept.answers) {
    if (kept.count <= MOST_ROWS) return;
    kept.answers.delete(key);
    kept.count -= count;
  }
}
