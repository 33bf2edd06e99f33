import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseDay } from "@/lib/sla";
import { closeDatabase, queryRows } from "@/server/db";
import { createStaging } from "@/server/imports/block-staging";
import { compareSql } from "@/server/imports/compare-sql";
import { loadKnownPauses } from "@/server/imports/load-known-pauses";
import { findUnusualVolumes } from "@/server/imports/preview/find-unusual-volumes";
import { STAGED_COLUMNS } from "@/server/imports/staging";
import { testDatabaseUrl, withClient } from "../support/database";
import { randomRows } from "../support/random-dossiers";
import { importRows, makeProvince, type SmallProvince } from "../support/small-province";

/** Fewer than an import gathers statistics for. */
const ROWS = 1900;
const COPIES = 19;
const TOLD = 200;
const FACTS = STAGED_COLUMNS.join(", ");

type PlanNode = {
  readonly "Relation Name"?: string;
  readonly "Index Cond"?: string;
  readonly "Actual Loops": number;
  readonly "Actual Rows": number;
  readonly Plans?: readonly PlanNode[];
};

function nodesOf(node: PlanNode): readonly PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

let province: SmallProvince;
let sourceId: number;

// A new installation knows nothing of its tables for a minute; a plan that reads all dossiers for each takes minutes.
beforeAll(async () => {
  await queryRows("ALTER TABLE dossier SET (autovacuum_enabled = off)", []);
  await queryRows("ALTER TABLE dossier_pause SET (autovacuum_enabled = off)", []);
  province = await makeProvince("plan");
  await importRows(province, randomRows(ROWS, 3));
  expect(await queryRows("SELECT attname FROM pg_stats WHERE tablename IN ('dossier', 'dossier_pause')", [])).toEqual(
    [],
  );
  const [source] = await queryRows<{ id: number }>("SELECT DISTINCT source_id AS id FROM dossier", []);
  sourceId = source?.id ?? 0;
  await queryRows(
    `INSERT INTO dossier SELECT d.* FROM dossier own, generate_series(1, ${COPIES}) AS number
      CROSS JOIN LATERAL jsonb_populate_record(own, jsonb_build_object('id', own.id + ${ROWS} * number, 'code', own.code || number)) AS d`,
    [],
  );
  await queryRows(
    `INSERT INTO dossier_pause SELECT p.* FROM dossier_pause own, generate_series(1, ${COPIES}) AS number
      CROSS JOIN LATERAL jsonb_populate_record(own, jsonb_build_object('dossier_id', own.dossier_id + ${ROWS} * number)) AS p`,
    [],
  );
});

afterAll(closeDatabase);

/** Runs work in a transaction that comes to nothing. */
async function inTransaction(work: (client: pg.Client) => Promise<void>): Promise<void> {
  await withClient(testDatabaseUrl(), async (client) => {
    await client.query("BEGIN");
    await work(client);
    await client.query("ROLLBACK");
  });
}

test("a block is looked up code by code", async () => {
  await inTransaction(async (client) => {
    await createStaging(client);
    await client.query(`INSERT INTO staging (row_number, ${FACTS}) SELECT id, ${FACTS} FROM dossier LIMIT ${ROWS}`);
    const compare = compareSql({ provinceId: province.id, sourceId, asOf: new Date("2020-12-31T16:59:59Z") });
    const { rows } = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${compare}`);
    const scans = nodesOf(rows[0]["QUERY PLAN"][0].Plan).filter((node) => node["Relation Name"] === "dossier");
    expect(scans).toEqual([
      expect.objectContaining({
        "Index Cond": expect.stringContaining("code = s.code"),
        "Actual Loops": ROWS,
        "Actual Rows": 1,
      }),
    ]);
  });
});

type Paused = { readonly code: string; readonly count: number };

async function pausedDossiers(): Promise<Paused[]> {
  return queryRows<Paused>(
    `SELECT d.code, count(*)::int FROM dossier d JOIN dossier_pause p ON p.province_id = d.province_id AND p.dossier_id = d.id
      GROUP BY d.code ORDER BY d.code`,
    [],
  );
}

async function expectRead(client: pg.Client, dossiers: number, pauses: number): Promise<void> {
  const { rows } = await client.query(
    `SELECT relname AS table, (seq_tup_read + idx_tup_fetch)::int AS read FROM pg_stat_xact_user_tables
      WHERE relname IN ('dossier', 'dossier_pause') ORDER BY relname`,
  );
  expect(rows).toEqual([
    { table: "dossier", read: dossiers },
    { table: "dossier_pause", read: pauses },
  ]);
}

function countOf(known: Awaited<ReturnType<typeof loadKnownPauses>>): Paused[] {
  const counted = [...known].map(([code, pauses]) => ({ code, count: pauses.length }));
  return counted.sort((a, b) => (a.code < b.code ? -1 : 1));
}

function sumOf(paused: readonly Paused[]): number {
  return paused.reduce((sum, { count }) => sum + count, 0);
}

test("of the stored pauses those of the codes are read that a request tells of, once for each", async () => {
  const paused = await pausedDossiers();
  expect(paused.length).toBeGreaterThan(10 * TOLD);
  const told = paused.slice(0, TOLD);
  const codes = told.map(({ code }) => code);
  await inTransaction(async (client) => {
    const known = await loadKnownPauses(client, province.id, sourceId, [...codes, ...codes, "unknown"]);
    expect(countOf(known)).toEqual(told);
    await expectRead(client, TOLD, sumOf(told));
  });
});

test("of a file every stored pause of its source is read, and its dossier once for each", async () => {
  const paused = await pausedDossiers();
  await inTransaction(async (client) => {
    expect(countOf(await loadKnownPauses(client, province.id, sourceId, null))).toEqual(paused);
    await expectRead(client, sumOf(paused), sumOf(paused));
  });
  await inTransaction(async (client) => {
    expect((await loadKnownPauses(client, province.id, sourceId + 1, null)).size).toBe(0);
  });
});

/** Rows of stored dossiers that all sessions together have read, as far as they have told it. */
async function readSoFar(): Promise<number> {
  const [row] = await queryRows<{ read: number }>(
    "SELECT (seq_tup_read + idx_tup_fetch)::int AS read FROM pg_stat_user_tables WHERE relname = 'dossier'",
    [],
  );
  return row?.read ?? 0;
}

test("of the stored dossiers those are read, some times each, that a later list tells of", async () => {
  const told = randomRows(ROWS, 3).slice(0, TOLD);
  const later = told.map((row, at) => (at % 2 === 0 ? row : { ...row, "Người xử lý": "Cán bộ mới" }));
  const pauses = sumOf(await pausedDossiers());
  const before = await readSoFar();
  const { updated, unchanged } = await importRows(province, later, { asOf: "2021-01-31T23:59:59+07:00" });
  expect([updated, unchanged]).toEqual([TOLD / 2, TOLD / 2]);
  expect((await readSoFar()) - before).toBeLessThan(pauses + 30 * TOLD);
});

test("the usual volumes are found by reading each dossier once, also for units of which the source does not tell", async () => {
  const [row] = await queryRows<{ id: number }>("SELECT min(batch_id) AS id FROM dossier", []);
  const batch = { provinceId: province.id, sourceId, batchId: row?.id ?? 0, asOfOn: parseDay("2020-12-31") };
  const reading = `SELECT (seq_tup_read + idx_tup_fetch)::int AS read FROM pg_stat_xact_user_tables WHERE relname = 'dossier'`;
  await inTransaction(async (client) => {
    await client.query("UPDATE dossier SET unit_id = (SELECT min(unit_id) FROM dossier)");
    const before = await client.query<{ read: number }>(reading);
    await findUnusualVolumes(client, batch);
    const after = await client.query<{ read: number }>(reading);
    expect((after.rows[0]?.read ?? 0) - (before.rows[0]?.read ?? 0)).toBeLessThan(3 * ROWS * (COPIES + 1));
  });
});
