import "server-only";
import type pg from "pg";
import type { ImportWarning } from "@/lib/import-preview";
import type { CalendarDay } from "@/lib/sla";
import type { BatchReference } from "../run-batch";

/** Offices close at five: what is finished later is finished by hand in the software, not at the desk. */
const EVENING_FROM = 17;
/** One dossier a minute for half an hour of one unit: more than anybody examines of an evening. */
const CLOSED_IN_BULK = 30;
const NAMED = 10;

/** Evenings on which a unit finished dossiers in bulk, of those that the batch tells of as newly finished. */
export async function findMassClosing(
  client: pg.ClientBase,
  { provinceId, batchId }: BatchReference,
): Promise<ImportWarning | null> {
  const { rows } = await client.query<{ name: string; day: CalendarDay; count: number }>(
    `SELECT u.name, d.finished_on AS day, count(*)::int AS count
       FROM dossier d
       JOIN unit u ON u.id = d.unit_id
       LEFT JOIN dossier_before b ON b.province_id = d.province_id AND b.batch_id = d.batch_id AND b.dossier_id = d.id
      WHERE d.province_id = $1 AND d.batch_id = $2 AND extract(hour FROM d.finished_at) >= ${EVENING_FROM}
        AND (b.content ->> 'finished_on')::date IS DISTINCT FROM d.finished_on
      GROUP BY u.id, d.finished_on HAVING count(*) >= ${CLOSED_IN_BULK}
      ORDER BY count DESC, d.finished_on, u.id`,
    [provinceId, batchId],
  );
  if (rows.length === 0) return null;
  return {
    code: "massClosing",
    count: rows.reduce((sum, { count }) => sum + count, 0),
    evenings: rows.slice(0, NAMED),
  };
}
