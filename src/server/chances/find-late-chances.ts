import "server-only";
import type pg from "pg";
import type { Viewer } from "@/lib/access/viewer";
import {
  Experience,
  type KnownLife,
  type LateChance,
  MONTHS_OF_LIVES,
  type OpenGroup,
} from "@/lib/insight/late-chances";
import { addMonths } from "@/lib/period";
import type { CalendarDay, DaySpan } from "@/lib/sla";
import { database } from "../db";
import { getDataStatus } from "../queries/get-data-status";
import { calendarFor } from "../sla/compile-calendars";
import { loadCalendars } from "../sla/load-calendars";

/** A promised day may lie in a year not decreed yet. */
const PROVISIONAL_YEARS = 1;
/** Lives that are in memory at a time. */
const BATCH = 10_000;

type LifeRow = Omit<KnownLife, "pausedSpans"> & { pausedSpans: DaySpan[] | null; count: number };

const OPEN_SQL = `SELECT DISTINCT d.unit_id AS "unitId", d.procedure_id AS "procedureId", d.due_on AS "dueOn"
  FROM dossier d
 WHERE d.province_id = $1 AND d.unit_id IN (SELECT id FROM unit WHERE province_id = $1) AND d.counted
   AND d.closed_on IS NULL AND d.due_on > $2 AND NOT coalesce(d.paused_spans @> $2::date, false)
 ORDER BY 1, 2, 3`;

const OF_LATE = `d.province_id = $1 AND d.unit_id IN (SELECT id FROM unit WHERE province_id = $1) AND d.counted
     AND d.received_on >= $2 AND d.due_on IS NOT NULL`;

/** Most dossiers are like others of their day, unit and procedure. */
const LIVES_SQL = `DECLARE lives NO SCROLL CURSOR FOR
  SELECT d.procedure_id AS "procedureId", d.unit_id AS "unitId", d.received_on AS "receivedOn", d.due_on AS "dueOn",
         d.closed_on AS "closedOn", d.outcome, NULL::json AS "pausedSpans", count(*)
    FROM dossier d WHERE ${OF_LATE} AND d.paused_spans IS NULL GROUP BY 1, 2, 3, 4, 5, 6
  UNION ALL
  SELECT d.procedure_id, d.unit_id, d.received_on, d.due_on, d.closed_on, d.outcome,
         (SELECT json_agg(json_build_object('from', lower(s), 'until', upper(s)) ORDER BY s) FROM unnest(d.paused_spans) s), 1
    FROM dossier d WHERE ${OF_LATE} AND d.paused_spans IS NOT NULL`;

/** All of it is read, however long that takes, by whatever way is best for a large part of a province. */
const READING_SQL = `SET LOCAL statement_timeout = 0; SET LOCAL cursor_tuple_fraction = 1; SET LOCAL enable_seqscan = on;
  SET LOCAL work_mem = '64MB'`;

export type FoundChances = { readonly asOf: CalendarDay | null; readonly chances: readonly LateChance[] };

/** The chances of all open dossiers in time of a province, from its dossiers alone, as known on their newest day. */
export async function findLateChances(viewer: Viewer): Promise<FoundChances> {
  const { provinceId } = viewer;
  const { asOf } = await getDataStatus(viewer);
  if (asOf === null) return { asOf, chances: [] };
  const calendars = await loadCalendars(provinceId, PROVISIONAL_YEARS);
  const experience = new Experience((unitId) => calendarFor(calendars, unitId), asOf);
  const client = await database().pool.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query(READING_SQL);
    const { rows: open } = await client.query<OpenGroup>(OPEN_SQL, [provinceId, asOf]);
    if (open.length > 0) await addLives(client, experience, [provinceId, addMonths(asOf, -MONTHS_OF_LIVES)]);
    return { asOf, chances: open.map((group) => experience.chanceOf(group)) };
  } finally {
    await client.query("ROLLBACK").catch(() => {});
    client.release();
  }
}

async function addLives(client: pg.PoolClient, experience: Experience, values: readonly unknown[]): Promise<void> {
  await client.query(LIVES_SQL, [...values]);
  for (;;) {
    const { rows } = await client.query<LifeRow>(`FETCH ${BATCH} FROM lives`);
    if (rows.length === 0) return;
    for (const { pausedSpans, count, ...life } of rows) {
      experience.add({ ...life, pausedSpans: pausedSpans ?? [] }, count);
    }
  }
}
