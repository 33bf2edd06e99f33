// Demo data many times over, in a database that later runs find again.
import type pg from "pg";
import { operatorViewer } from "@/server/auth/operator-viewer";
import { closeDatabase } from "@/server/db";
import { MOVEMENT_COLUMNS } from "@/server/ledger/movement-columns";
import { beginMovements, gatherInserted, postMovements } from "@/server/ledger/post-movements";
import { recomputeDossiers } from "@/server/mutations/recompute-dossiers";
import { loadInitialData } from "../../scripts/lib/initial-data";
import { applyMigrations } from "../../scripts/lib/schema-engine";
import { withClient } from "../../tests/support/database";

const MILLION = 1_000_000;
/** Whole weeks: a shifted dossier keeps its days of the week. */
const SHIFT_DAYS = 364;
const DAYS = [
  "received_on",
  "due_on",
  "extended_due_on",
  "finished_on",
  "handed_over_on",
  "closed_on",
  "due_counted_on",
];
const MOMENTS = ["received_at", "due_at", "finished_at"];
const SPANS = ["paused_spans", "overdue_spans"];

const COMPLETE = "complete";
const DEMO = "bench_pages_demo";

/** The URL of a database of about so many dossiers on the server, made when it is not there yet. */
export async function bigDatabase(server: string, dossiers: number, say: (line: string) => void): Promise<string> {
  await keepDatabase(server, DEMO, null, async (url) => {
    say("the demo data");
    await loadInitialData("demo", { DATABASE_URL: url });
  });
  return keepDatabase(server, `bench_pages_${dossiers}`, DEMO, (url) => multiply(url, dossiers, say));
}

/** A database by its name, with the migrations of today; filled, on top of its template, when it was not to its end. */
async function keepDatabase(
  server: string,
  name: string,
  template: string | null,
  fill: (url: string) => Promise<void>,
): Promise<string> {
  const isThere = await withClient(server, async (client) => {
    const { rows } = await client.query<{ note: string | null }>(
      "SELECT shobj_description(oid, 'pg_database') AS note FROM pg_database WHERE datname = $1",
      [name],
    );
    if (rows[0]?.note === COMPLETE) return true;
    if (rows[0]) await client.query(`DROP DATABASE "${name}" WITH (FORCE)`);
    await client.query(`CREATE DATABASE "${name}" TEMPLATE "${template ?? "template0"}" ENCODING 'UTF8'`);
    return false;
  });
  const url = new URL(server);
  url.pathname = `/${name}`;
  process.env.DATABASE_URL = url.href;
  await applyMigrations(url.href);
  if (!isThere) {
    await fill(url.href);
    await closeDatabase();
    await withClient(server, (client) => client.query(`COMMENT ON DATABASE "${name}" IS '${COMPLETE}'`));
  }
  return url.href;
}

/** A province receives about a million dossiers a year: more of them reach further back, up to three years. */
async function multiply(url: string, dossiers: number, say: (line: string) => void): Promise<void> {
  await withClient(url, async (client) => {
    await client.query("SET maintenance_work_mem = '512MB'; SET work_mem = '256MB'; SET synchronous_commit = off");
    const years = Math.min(3, Math.ceil(dossiers / MILLION));
    const span = await lastId(client);
    for (let year = 1; year < years; year += 1) {
      say(`the year ${year} before`);
      await copyDossiers(client, { from: 0, to: span }, span * year, `-${year}`, year * SHIFT_DAYS);
      await post(client, { first: span * year + 1, last: span * (year + 1) }, 1);
    }
    const provinces = await client.query<{ id: number }>("SELECT id FROM province ORDER BY id");
    // Days off differ from year to year, and with them the computed due days.
    if (years > 1) for (const { id } of provinces.rows) await recomputeDossiers(operatorViewer(id), { dryRun: false });
    const whole = span * years;
    const { rows } = await client.query<{ count: string }>("SELECT count(*) AS count FROM dossier");
    const copies = Math.max(0, Math.round(dossiers / Number(rows[0]?.count)) - 1);
    const indexes = await dropIndexes(client);
    for (let year = years - 1; year >= 0; year -= 1) {
      say(`${copies} copies of the year ${year} before`);
      const source = { from: span * year, to: span * (year + 1) };
      await copyDossiers(client, source, whole, "", 0, copies);
    }
    say("the ledger of the copies");
    await post(client, { first: 1, last: whole }, copies);
    say("indexes");
    for (const index of indexes) await client.query(index);
    await client.query("SELECT setval(pg_get_serial_sequence('dossier', 'id'), (SELECT max(id) FROM dossier))");
    say("vacuum");
    await client.query("VACUUM ANALYZE");
  });
}

async function lastId(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ last: string }>("SELECT max(id) AS last FROM dossier");
  return Number(rows[0]?.last);
}

type Ids = { readonly from: number; readonly to: number };

/** Copies dossiers with ids in (from, to] and their pauses, by month and unit as daily imports would have left them. */
async function copyDossiers(
  client: pg.Client,
  { from, to }: Ids,
  step: number,
  mark: string,
  daysBefore: number,
  copies = 1,
): Promise<void> {
  const columns = await columnsOf(client, "dossier");
  const shifted = columns.map((column) => {
    if (column === "id") return `d.id + c * ${step}`;
    if (column === "code") return `d.code || '${mark}' || CASE WHEN '${mark}' = '' THEN '.' || c ELSE '' END`;
    return shift(`d.${column}`, column, daysBefore);
  });
  await client.query(
    `INSERT INTO dossier (${columns.join(", ")})
     SELECT ${shifted.join(", ")} FROM dossier d CROSS JOIN generate_series(1, ${copies}) AS c
      WHERE d.id > ${from} AND d.id <= ${to}
      ORDER BY d.province_id, date_trunc('month', d.received_on), d.unit_id, d.received_on`,
  );
  const pauseColumns = await columnsOf(client, "dossier_pause");
  const pauses = pauseColumns.map((column) =>
    column === "dossier_id" ? `p.dossier_id + c * ${step}` : shift(`p.${column}`, column, daysBefore),
  );
  await client.query(
    `INSERT INTO dossier_pause (${pauseColumns.join(", ")})
     SELECT ${pauses.join(", ")} FROM dossier_pause p CROSS JOIN generate_series(1, ${copies}) AS c
      WHERE p.dossier_id > ${from} AND p.dossier_id <= ${to}`,
  );
}

const PAUSE_DAYS = ["from_on", "until_on", "due_before_on", "due_after_on"];

function shift(value: string, column: string, days: number): string {
  if (days === 0) return value;
  if (DAYS.includes(column) || PAUSE_DAYS.includes(column)) return `${value} - ${days}`;
  if (MOMENTS.includes(column)) return `${value} - interval '${days * 24} hours'`;
  if (!SPANS.includes(column)) return value;
  return `(SELECT range_agg(daterange(lower(s) - ${days}, upper(s) - ${days})) FROM unnest(${value}) AS s)`;
}

async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
      WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}

/** Posts the movements of dossiers so many times, by the way an import takes. */
async function post(client: pg.Client, ids: { first: number; last: number }, times: number): Promise<void> {
  if (times === 0) return;
  const provinces = await client.query<{ id: number }>("SELECT id FROM province");
  await client.query("BEGIN");
  await beginMovements(client);
  for (const { id } of provinces.rows) await gatherInserted(client, id, ids);
  if (times !== 1) {
    const multiplied = MOVEMENT_COLUMNS.map((column) => `${column} = ${column} * ${times}`).join(", ");
    await client.query(`UPDATE movement_delta SET ${multiplied}`);
  }
  await postMovements(client);
  await client.query("COMMIT");
}

/** Drops what only slows the writing; returns the statements that make it anew. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
      WHERE indrelid = 'dossier'::regclass AND NOT indisprimary`,
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
}
