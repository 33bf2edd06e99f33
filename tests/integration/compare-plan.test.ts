import { afterAll, expect, test } from "vitest";
import { closeDatabase, queryRows } from "@/server/db";
import { createStaging } from "@/server/imports/block-staging";
import { compareSql } from "@/server/imports/compare-sql";
import { STAGED_COLUMNS } from "@/server/imports/staging";
import { testDatabaseUrl, withClient } from "../support/database";
import { randomRows } from "../support/random-dossiers";
import { importRows, makeProvince } from "../support/small-province";

/** Fewer than an import gathers statistics for. */
const ROWS = 1900;
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

afterAll(closeDatabase);

// A new installation knows nothing of its tables for a minute; a plan that reads all dossiers for each takes minutes.
test("a block is looked up code by code in a table that PostgreSQL has no statistics of", async () => {
  await queryRows("ALTER TABLE dossier SET (autovacuum_enabled = off)", []);
  const province = await makeProvince("plan");
  await importRows(province, randomRows(ROWS, 3));
  expect(await queryRows("SELECT attname FROM pg_stats WHERE tablename = 'dossier'", [])).toEqual([]);
  const [source] = await queryRows<{ id: number }>("SELECT DISTINCT source_id AS id FROM dossier", []);
  const asOf = new Date("2020-12-31T16:59:59Z");
  const compare = compareSql({ provinceId: province.id, sourceId: source?.id ?? 0, asOf });
  await withClient(testDatabaseUrl(), async (client) => {
    await client.query("BEGIN");
    await createStaging(client);
    await client.query(`INSERT INTO staging (row_number, ${FACTS}) SELECT id, ${FACTS} FROM dossier`);
    const { rows } = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${compare}`);
    const scans = nodesOf(rows[0]["QUERY PLAN"][0].Plan).filter((node) => node["Relation Name"] === "dossier");
    expect(scans).toEqual([
      expect.objectContaining({
        "Index Cond": expect.stringContaining("code = s.code"),
        "Actual Loops": ROWS,
        "Actual Rows": 1,
      }),
    ]);
    await client.query("ROLLBACK");
  });
});
