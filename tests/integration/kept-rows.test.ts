import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/server/db";
import { keptRows } from "@/server/kept-rows";
import { testDatabaseUrl, withClient } from "../support/database";

/** Tables whose changes no kept answer may rest on. */
const UNCOUNTED = [
  "_prisma_migrations",
  "api_request",
  "api_token",
  "audit_entry",
  "column_mapping",
  "data_version",
  "deferred_index",
  "dossier_before",
  "dossier_step_before",
  "import_problem",
  "kept_answer",
  "late_chance",
  "late_chance_state",
  "login_throttle",
  "quality_change",
  "quality_day",
  "quality_state",
  "saved_view",
  "session",
  "source_alias",
  "starred_view",
];

const NAMES = "SELECT key FROM province ORDER BY key";
const names = async () => (await keptRows<{ key: string }>(NAMES, [])).map(({ key }) => key);
const insert = (key: string) => `INSERT INTO province (key, name) VALUES ('${key}', 'Tỉnh Thử')`;

describe("kept rows", () => {
  afterAll(closeDatabase);

  it("are given again while nothing changes, and asked for anew after any commit", async () => {
    await withClient(testDatabaseUrl(), async (client) => {
      await client.query(insert("a"));
      const first = await keptRows(NAMES, []);
      expect(await keptRows(NAMES, [])).toBe(first);
      await client.query("BEGIN");
      await client.query(insert("b"));
      expect(await names()).toEqual(["a"]);
      await client.query("COMMIT");
      expect(await names()).toEqual(["a", "b"]);
      await client.query("BEGIN");
      await client.query("UPDATE province SET name = 'Tỉnh Khác'");
      await client.query("ROLLBACK");
      await client.query("DELETE FROM province WHERE key = 'b'");
      expect(await names()).toEqual(["a"]);
      await client.query("TRUNCATE province CASCADE");
      expect(await names()).toEqual([]);
    });
  });

  it("see two transactions that commit in the order other than they began, and neither waits", async () => {
    await withClient(testDatabaseUrl(), (one) =>
      withClient(testDatabaseUrl(), async (two) => {
        await two.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
        await two.query("SELECT 1");
        await one.query(insert("first"));
        await one.query("BEGIN");
        await one.query(insert("second"));
        await two.query(insert("third"));
        await two.query("COMMIT");
        expect(await names()).toEqual(["first", "third"]);
        await one.query("COMMIT");
        expect(await names()).toEqual(["first", "second", "third"]);
      }),
    );
  });

  it("can be changed by nobody who reads them", async () => {
    const [row] = await keptRows<{ key: string }>(NAMES, []);
    expect(Object.isFrozen(row)).toBe(true);
  });

  it("rest on tables whose changes are counted", async () => {
    const { rows } = await withClient(testDatabaseUrl(), (client) =>
      client.query<{ name: string }>(
        `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND NOT EXISTS (
           SELECT FROM pg_trigger WHERE tgrelid = quote_ident(tablename)::regclass AND tgname = 'count_change')
         ORDER BY 1`,
      ),
    );
    expect(rows.map(({ name }) => name)).toEqual(UNCOUNTED);
  });
});
