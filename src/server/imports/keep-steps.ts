import "server-only";
import type pg from "pg";

/** Steps told in `judged`, as they are before a batch writes them; without content where there are none yet. */
export const KEEP_STEPS_CTE = `
    INSERT INTO dossier_step_before (province_id, batch_id, dossier_id, acted_at, officer, office, content)
    SELECT $2, $5, t.dossier_id, t.acted_at, t.officer, t.office, to_jsonb(s)
      FROM judged t LEFT JOIN dossier_step s ON s.province_id = $2 AND s.dossier_id = t.dossier_id
       AND s.acted_at = t.acted_at::timestamptz AND s.officer = t.officer AND s.office = t.office
     WHERE s.dossier_id IS NULL OR s.as_of <= $6
    ON CONFLICT DO NOTHING`;

const SAME_STEP = `s.province_id = b.province_id AND s.dossier_id = b.dossier_id
   AND s.acted_at = b.acted_at AND s.officer = b.officer AND s.office = b.office`;

/** Puts the steps that a batch wrote back to what they were; counts those that go and those that change. */
export async function restoreSteps(
  client: pg.ClientBase,
  provinceId: number,
  batchId: number,
): Promise<{ readonly removed: number; readonly restored: number }> {
  const { rows } = await client.query<{ removed: number; restored: number }>(
    `SELECT count(*) FILTER (WHERE b.content IS NULL) AS removed,
            count(*) FILTER (WHERE b.content IS NOT NULL AND to_jsonb(was) - '{as_of,batch_id}'::text[] <> to_jsonb(s) - '{as_of,batch_id}'::text[]) AS restored
       FROM dossier_step_before b CROSS JOIN LATERAL jsonb_populate_record(NULL::dossier_step, b.content) AS was
       JOIN dossier_step s ON ${SAME_STEP} WHERE b.province_id = $1 AND b.batch_id = $2`,
    [provinceId, batchId],
  );
  await client.query(
    `DELETE FROM dossier_step s USING dossier_step_before b WHERE b.province_id = $1 AND b.batch_id = $2 AND ${SAME_STEP}`,
    [provinceId, batchId],
  );
  await client.query(
    `INSERT INTO dossier_step SELECT r.* FROM dossier_step_before b
      CROSS JOIN LATERAL jsonb_populate_record(NULL::dossier_step, b.content) AS r
      WHERE b.province_id = $1 AND b.batch_id = $2 AND b.content IS NOT NULL`,
    [provinceId, batchId],
  );
  await client.query("DELETE FROM dossier_step_before WHERE province_id = $1 AND batch_id = $2", [provinceId, batchId]);
  return rows[0] ?? { removed: 0, restored: 0 };
}
