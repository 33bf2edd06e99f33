import "server-only";
import type pg from "pg";

/** Whether anything was ever posted to a province's ledger; under its import lock it stays so. */
export async function hasLedger(client: pg.ClientBase, provinceId: number): Promise<boolean> {
  const { rows } = await client.query<{ exists: boolean }>(
    `SELECT EXISTS (SELECT FROM ledger_day WHERE province_id = $1) OR EXISTS (SELECT FROM ledger_month WHERE province_id = $1)
            OR EXISTS (SELECT FROM ledger_field_month WHERE province_id = $1) AS exists`,
    [provinceId],
  );
  return rows[0]?.exists === true;
}
