import "server-only";
import type pg from "pg";
import type { ImportWarning } from "@/lib/import-preview";
import { addMonths, firstOfMonth } from "@/lib/period";
import { addDays, type CalendarDay } from "@/lib/sla";
import type { BatchReference } from "../run-batch";

/** A year holds every season once. */
const MONTHS_BEFORE = 12;
/** Fewer months with dossiers make no usual month. */
const MONTHS_NEEDED = 6;
/** Seasons and campaigns double a month; three times, or a third, is another matter. */
const TIMES = 3;
/** In small units a handful more is three times as many. */
const DIFFERENCE = 20;
const NAMED = 10;

// Units are found once, whatever the planner believes: a preview of first dossiers has no statistics of them, and would
// read all for each month of each unit.
const UNUSUAL_SQL = `
  WITH told AS MATERIALIZED (SELECT DISTINCT unit_id FROM dossier WHERE province_id = $1 AND source_id = $2),
  month AS (
    SELECT l.unit_id, l.month, sum(l.received_direct + l.received_online + l.received_postal)::int AS received
      FROM ledger_month l
     WHERE l.province_id = $1 AND l.month >= $4 AND l.month <= $3
       AND l.unit_id IN (SELECT unit_id FROM told)
     GROUP BY l.unit_id, l.month
  ),
  usual AS (
    SELECT unit_id, percentile_cont(0.5) WITHIN GROUP (ORDER BY received)::int AS usual
      FROM month WHERE month < $3 AND received > 0 GROUP BY unit_id HAVING count(*) >= ${MONTHS_NEEDED}
  )
  SELECT v.name, coalesce(m.received, 0) AS received, u.usual, count(*) OVER ()::int AS count
    FROM usual u
    JOIN unit v ON v.id = u.unit_id
    LEFT JOIN month m ON m.unit_id = u.unit_id AND m.month = $3
   WHERE (coalesce(m.received, 0) > ${TIMES} * u.usual OR coalesce(m.received, 0) * ${TIMES} < u.usual)
     AND abs(coalesce(m.received, 0) - u.usual) >= ${DIFFERENCE}
     AND (v.valid_until IS NULL OR v.valid_until > $3)
   ORDER BY abs(coalesce(m.received, 0) - u.usual) DESC, v.id LIMIT ${NAMED}`;

type UnusualRow = { name: string; received: number; usual: number; count: number };

/** Units that, in the last whole month the file speaks for, received far more or far fewer dossiers than they use to. */
export async function findUnusualVolumes(
  client: pg.ClientBase,
  { provinceId, sourceId, batchId, asOfOn }: Pick<BatchReference, "provinceId" | "sourceId" | "batchId" | "asOfOn">,
): Promise<ImportWarning | null> {
  const month = lastWholeMonth(asOfOn);
  const { rows: told } = await client.query<{ exists: boolean }>(
    `SELECT EXISTS (SELECT FROM dossier WHERE province_id = $1 AND batch_id = $2
                       AND received_on >= $3 AND received_on < $4) AS exists`,
    [provinceId, batchId, month, addMonths(month, 1)],
  );
  if (told[0]?.exists !== true) return null;
  const { rows } = await client.query<UnusualRow>(UNUSUAL_SQL, [
    provinceId,
    sourceId,
    month,
    addMonths(month, -MONTHS_BEFORE),
  ]);
  const [first] = rows;
  if (!first) return null;
  const units = rows.map(({ name, received, usual }) => ({ name, received, usual }));
  return { code: "volumeUnusual", count: first.count, month, units };
}

function lastWholeMonth(asOfOn: CalendarDay): CalendarDay {
  return addMonths(firstOfMonth(addDays(asOfOn, 1)), -1);
}
