import "server-only";
import type pg from "pg";
import type { Pause } from "@/lib/sla";

/** Pauses already stored for a source's dossiers, by dossier code. */
export async function loadKnownPauses(
  client: pg.ClientBase,
  provinceId: number,
  sourceId: number,
): Promise<ReadonlyMap<string, readonly Pause[]>> {
  const { rows } = await client.query<{ code: string; pauses: Pause[] }>(
    `SELECT d.code, json_agg(json_build_object('from', p.from_on, 'until', p.until_on, 'reason', p.reason)
                             ORDER BY p.from_on) AS pauses
       FROM dossier_pause p JOIN dossier d ON d.province_id = p.province_id AND d.id = p.dossier_id
      WHERE p.province_id = $1 AND d.source_id = $2 GROUP BY d.code`,
    [provinceId, sourceId],
  );
  return new Map(rows.map(({ code, pauses }) => [code, pauses]));
}
