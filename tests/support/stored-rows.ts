import { queryRows } from "@/server/db";
import type { SmallProvince } from "./small-province";

const TABLES = ["dossier", "dossier_pause", "ledger_day", "ledger_month", "ledger_field_month"] as const;

/** Digest of everything an import writes for a province, batches aside: equal when nothing was written. */
export async function storedRows(province: SmallProvince): Promise<string[]> {
  const digests: string[] = [];
  for (const table of TABLES) {
    const [row] = await queryRows<{ digest: string }>(
      `SELECT count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS digest
         FROM ${table} t WHERE province_id = $1`,
      [province.id],
    );
    digests.push(`${table} ${row?.digest}`);
  }
  return digests;
}
