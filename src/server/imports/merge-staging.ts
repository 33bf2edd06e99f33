import "server-only";
import type pg from "pg";
import { ENGINE_VERSION } from "@/lib/sla";
import { beginMovements, gatherMovements, postMovements } from "../ledger/post-movements";
import type { RowProblem } from "./row-problem";
import { STAGED_COLUMNS } from "./staging";

export type MergeContext = {
  readonly provinceId: number;
  readonly sourceId: number;
  readonly batchId: number;
  readonly asOf: Date;
  readonly calendarVersion: number;
};

export type MergeCounts = { readonly inserted: number; readonly updated: number; readonly unchanged: number };

const FACTS = STAGED_COLUMNS.join(", ");

/** Makes the table that a file's rows are copied to, for the length of the transaction. */
export async function createStaging(client: pg.ClientBase): Promise<void> {
  await client.query(
    `CREATE TEMP TABLE staging ON COMMIT DROP AS
       SELECT 0 AS row_number, ${FACTS}, NULL::jsonb AS pauses FROM dossier WITH NO DATA`,
  );
}

/** Takes out codes that stand in several rows with different content: nobody can know which row is right. */
export async function rejectConflicts(client: pg.ClientBase, codeColumn: string): Promise<RowProblem[]> {
  const { rows } = await client.query<{ code: string; row_numbers: number[] }>(
    `WITH conflict AS (
       SELECT code, array_agg(row_number ORDER BY row_number) AS row_numbers
         FROM staging GROUP BY code HAVING count(*) > 1 AND min(content_hash) <> max(content_hash)
     ), gone AS (DELETE FROM staging s USING conflict c WHERE s.code = c.code)
     SELECT code, row_numbers FROM conflict`,
  );
  return rows.flatMap(({ code, row_numbers }) =>
    row_numbers.map((rowNumber) => ({
      rowNumber,
      columnName: codeColumn,
      code: "duplicateConflict" as const,
      dossierCode: code,
      details: { value: code, rows: row_numbers.slice(0, 10) },
    })),
  );
}

/**
 * Writes the staged dossiers and their movements: new ones, changed ones unless the row in the database
 * speaks for a later moment, nothing for the rest. Counts rows of the file.
 */
export async function mergeStaging(client: pg.ClientBase, context: MergeContext): Promise<MergeCounts> {
  const { provinceId, sourceId, batchId, asOf, calendarVersion } = context;
  const repeated = await client.query(
    `DELETE FROM staging s USING (SELECT code, min(row_number) AS first FROM staging GROUP BY code HAVING count(*) > 1) r
      WHERE s.code = r.code AND s.row_number > r.first`,
  );
  await client.query("ANALYZE staging (row_number, code)");
  await client.query(
    `CREATE TEMP TABLE change ON COMMIT DROP AS
     SELECT s.row_number, $1::int AS province_id,
            coalesce(d.id, nextval(pg_get_serial_sequence('dossier', 'id'))) AS id,
            CASE WHEN d.id IS NULL THEN 'inserted'
                 WHEN d.content_hash <> s.content_hash AND d.as_of <= $3 THEN 'updated'
                 WHEN d.as_of < $3 THEN 'confirmed'
                 ELSE 'unchanged' END AS kind
       FROM staging s LEFT JOIN dossier d ON d.province_id = $1 AND d.source_id = $2 AND d.code = s.code`,
    [provinceId, sourceId, asOf],
  );
  await client.query("ANALYZE change (row_number, id, kind)");
  await beginMovements(client);
  const kinds = await client.query<{ kind: string; count: number }>(
    "SELECT kind, count(*)::int FROM change GROUP BY kind",
  );
  const countOf = (kind: string): number => kinds.rows.find((row) => row.kind === kind)?.count ?? 0;
  if (countOf("updated") > 0) await gatherMovements(client, -1, ["updated"]);
  const assignments = STAGED_COLUMNS.filter((column) => column !== "code").map((column) => `${column} = s.${column}`);
  const updated = await client.query(
    `UPDATE dossier d SET ${assignments.join(", ")}, batch_id = $1, as_of = $2, calendar_version = $3, engine_version = $4
       FROM change c JOIN staging s ON s.row_number = c.row_number
      WHERE c.kind = 'updated' AND d.province_id = c.province_id AND d.id = c.id`,
    [batchId, asOf, calendarVersion, ENGINE_VERSION],
  );
  // In the order of the indexes: neighbours in them are neighbours on disk, now and when they are read.
  const inserted = await client.query(
    `INSERT INTO dossier (province_id, id, source_id, ${FACTS}, batch_id, as_of, calendar_version, engine_version)
     SELECT c.province_id, c.id, $1, ${STAGED_COLUMNS.map((column) => `s.${column}`).join(", ")}, $2, $3, $4, $5
       FROM change c JOIN staging s ON s.row_number = c.row_number WHERE c.kind = 'inserted'`,
    [sourceId, batchId, asOf, calendarVersion, ENGINE_VERSION],
  );
  // A later export that says the same: an older one must not undo it afterwards.
  await client.query(
    `UPDATE dossier d SET as_of = $1 FROM change c
      WHERE c.kind = 'confirmed' AND d.province_id = c.province_id AND d.id = c.id`,
    [asOf],
  );
  const written = (inserted.rowCount ?? 0) + (updated.rowCount ?? 0);
  if (written > 0) {
    await writePauses(client);
    await gatherMovements(client, 1, ["updated", "inserted"]);
    await postMovements(client);
  }
  return {
    inserted: inserted.rowCount ?? 0,
    updated: updated.rowCount ?? 0,
    unchanged: countOf("unchanged") + countOf("confirmed") + (repeated.rowCount ?? 0),
  };
}

async function writePauses(client: pg.ClientBase): Promise<void> {
  await client.query(
    `DELETE FROM dossier_pause p USING change c
      WHERE c.kind = 'updated' AND p.province_id = c.province_id AND p.dossier_id = c.id`,
  );
  await client.query(
    `INSERT INTO dossier_pause (province_id, dossier_id, from_on, until_on, reason, due_before_on, due_after_on)
     SELECT c.province_id, c.id, p."from", p.until, p.reason, p."dueBefore", p."dueAfter"
       FROM change c JOIN staging s ON s.row_number = c.row_number
      CROSS JOIN LATERAL jsonb_to_recordset(s.pauses)
              AS p("from" date, until date, reason dossier_status, "dueBefore" date, "dueAfter" date)
      WHERE c.kind IN ('updated', 'inserted') AND s.pauses IS NOT NULL`,
  );
}
