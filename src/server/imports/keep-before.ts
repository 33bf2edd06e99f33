import "server-only";
import type pg from "pg";

/** Each dossier by its own key, whatever the planner believes: a block is not worth reading all of them for. */
const STORED = `change c
      CROSS JOIN LATERAL (SELECT * FROM dossier WHERE province_id = c.province_id AND id = c.id LIMIT 1) d`;

/** Keeps the dossiers that the temporary table `change` calls "updated" as they are before they are. */
export async function keepChanged(client: pg.ClientBase, batchId: number): Promise<void> {
  await client.query(
    `INSERT INTO dossier_before (province_id, batch_id, dossier_id, as_of, content, pauses)
     SELECT d.province_id, $1, d.id, d.as_of, to_jsonb(d),
            (SELECT jsonb_agg(to_jsonb(p)) FROM dossier_pause p WHERE p.province_id = d.province_id AND p.dossier_id = d.id)
       FROM ${STORED} WHERE c.kind = 'updated'`,
    [batchId],
  );
}

/** Keeps the as-of moments of those it calls "confirmed". */
export async function keepConfirmed(client: pg.ClientBase, batchId: number): Promise<void> {
  await client.query(
    `INSERT INTO dossier_before (province_id, batch_id, dossier_id, as_of)
     SELECT d.province_id, $1, d.id, d.as_of
       FROM ${STORED} WHERE c.kind = 'confirmed'`,
    [batchId],
  );
}

/** So many of a source's newest batches can be undone, one after the other. */
const KEPT_BATCHES = 3;

/** Lets go of what a source's older batches overwrote: it grows with every export. */
export async function forgetOlder(client: pg.ClientBase, provinceId: number, sourceId: number): Promise<void> {
  await client.query(
    `WITH older AS (
       UPDATE import_batch SET is_undoable = false
        WHERE province_id = $1 AND id IN (SELECT id FROM import_batch WHERE province_id = $1 AND source_id = $2 AND is_undoable
                                           ORDER BY applied_at DESC, id DESC OFFSET ${KEPT_BATCHES})
        RETURNING province_id, id
     ), steps AS (
       DELETE FROM dossier_step_before b USING older o WHERE b.province_id = o.province_id AND b.batch_id = o.id
     )
     DELETE FROM dossier_before b USING older o WHERE b.province_id = o.province_id AND b.batch_id = o.id`,
    [provinceId, sourceId],
  );
}
