import { describe, expect, it } from "vitest";
import { printDriftSql, printSchemaSql, readSchema } from "../../scripts/lib/schema-engine";
import { testDatabaseUrl, withClient } from "../support/database";

describe("migrations", () => {
  it("make exactly the database that schema.prisma describes, beside what Prisma cannot express", async () => {
    expect(await printDriftSql(testDatabaseUrl())).toBe("");
    const { rows } = await withClient(testDatabaseUrl(), (client) =>
      client.query(`SELECT (SELECT count(*)::int FROM pg_views WHERE viewname = 'dossier_movement') AS views,
        (SELECT collation_name FROM information_schema.columns
          WHERE table_name = 'unit' AND column_name = 'name') AS collation`),
    );
    expect(rows).toEqual([{ views: 1, collation: "vi-x-icu" }]);
  });

  it.each([
    ["a type", "population Int?", "population BigInt?", /ALTER COLUMN "population" SET DATA TYPE BIGINT/],
    ["a nullability", "population Int?", "population Int", /ALTER COLUMN "population" SET NOT NULL/],
    ["a new column", "population Int?", "population Int?\n  area Int?", /ADD COLUMN\s+"area" INTEGER/],
    ["a lost index", "@@index([unitId, closedOn])", "", /DROP INDEX "dossier_unit_id_closed_on_idx"/],
  ])("differ from a schema with %s changed", async (_, from, to, expected) => {
    const schema = readSchema();
    expect(schema).toContain(from);
    expect(await printDriftSql(testDatabaseUrl(), schema.replace(from, to))).toMatch(expected);
  });

  it("can be drafted from an empty database", async () => {
    expect(await printSchemaSql(testDatabaseUrl())).toMatch(/CREATE TABLE "dossier"/);
  });
});
