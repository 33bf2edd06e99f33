import { queryRows } from "@/server/db";
import { MOVEMENT_COLUMNS } from "@/server/ledger/movement-columns";
import type { SmallProvince } from "./small-province";

/**
 * All that pages read: dossiers with their pauses and steps, and the ledger without cells that came back to zero.
 * Without batches it can be compared with that of another province.
 */
export async function comparableState(
  of: SmallProvince,
  { withBatches }: { withBatches: boolean },
): Promise<unknown[]> {
  const own = withBatches
    ? ""
    : "- '{id,province_id,source_id,unit_id,receiving_unit_id,procedure_id,field_id,batch_id,content_hash}'::text[]";
  const ownOfStep = withBatches ? "" : "- '{province_id,dossier_id,unit_id,batch_id}'::text[]";
  const dossiers = await queryRows(
    `SELECT to_jsonb(d) ${own} AS dossier, u.code AS unit,
            (SELECT jsonb_agg(to_jsonb(p) - 'dossier_id' - 'province_id' ORDER BY p.from_on) FROM dossier_pause p
              WHERE p.province_id = d.province_id AND p.dossier_id = d.id) AS pauses,
            (SELECT jsonb_agg(to_jsonb(s) ${ownOfStep} ORDER BY s.acted_at, s.officer, s.office) FROM dossier_step s
              WHERE s.province_id = d.province_id AND s.dossier_id = d.id) AS steps
       FROM dossier d JOIN unit u ON u.id = d.unit_id WHERE d.province_id = $1 ORDER BY d.code`,
    [of.id],
  );
  const ledgers = await Promise.all(
    ["ledger_day", "ledger_month", "ledger_field_month"].map((table) =>
      queryRows(
        `SELECT u.code, to_jsonb(l) - '{province_id,unit_id,field_id}'::text[] AS cell FROM ${table} l JOIN unit u ON u.id = l.unit_id
          WHERE l.province_id = $1 AND (${MOVEMENT_COLUMNS.map((column) => `l.${column} <> 0`).join(" OR ")}) ORDER BY 1, 2`,
        [of.id],
      ),
    ),
  );
  return [dossiers, ...ledgers];
}
