import "server-only";
import { BULK_DOSSIERS, type QualityCheck } from "@/lib/quality-checks";
import { HANDED_OVER_BY, OUTSIDE_DESK_SQL, QUALITY_SQL } from "./quality-sql";

const OF_UNITS = "c.province_id = $1 AND c.unit_id = ANY($2)";

/**
 * By unit and source, from the days that are kept: what was received, and what was found of it and of what was closed. A
 * check that a row does not name found nothing there. $1 … $4 as for the measures; ask `keepQualityDays` first.
 */
export const FOUND_BY_DAYS_SQL = `WITH cell AS (
    SELECT c.unit_id, c.source_id, c.day, sum(c.received) AS received,
           sum(c.received) FILTER (WHERE c.receiving_unit_id IN (${OUTSIDE_DESK_SQL})) AS outside_desk,
           sum(c.promise_longer) AS promise_longer, sum(c.promise_shorter) AS promise_shorter,
           sum(c.closed_on_time) AS closed_on_time, sum(c.closed_at_evening) AS closed_at_evening,
           sum(c.closed_without_result) FILTER (WHERE c.day <= ${HANDED_OVER_BY}) AS closed_without_result,
           sum(c.withdrawn_late) AS withdrawn_late
      FROM quality_day c WHERE ${OF_UNITS} AND c.day BETWEEN $3 AND $4 GROUP BY c.unit_id, c.source_id, c.day),
  together AS (
    SELECT *, sum(closed_on_time) OVER same_day AS on_time_together, sum(closed_at_evening) OVER same_day AS evening_together
      FROM cell WINDOW same_day AS (PARTITION BY unit_id, day))
  SELECT unit_id, source_id, sum(received)::int AS received,
         coalesce(sum(outside_desk), 0)::int AS "outsideDesk",
         sum(promise_longer)::int AS "promiseLonger", sum(promise_shorter)::int AS "promiseShorter",
         coalesce(sum(closed_on_time) FILTER (WHERE on_time_together >= ${BULK_DOSSIERS}), 0)::int AS "closedAtDeadline",
         coalesce(sum(closed_at_evening) FILTER (WHERE evening_together >= ${BULK_DOSSIERS}), 0)::int AS "closedAtEvening",
         coalesce(sum(closed_without_result), 0)::int AS "closedWithoutResult",
         sum(withdrawn_late)::int AS "withdrawnLate"
    FROM together GROUP BY unit_id, source_id`;

/** Units and sources with dossiers that were open on the evening before the period: they have something to look at. */
export const CARRIED_OVER_SQL = `SELECT c.unit_id, c.source_id FROM quality_day c WHERE ${OF_UNITS} AND c.day < $3 AND $4::date IS NOT NULL
   GROUP BY c.unit_id, c.source_id HAVING sum(c.received) > sum(c.closed)`;

const PAUSE_CHECKS = ["dueMovedLate", "longPause", "supplementAgain"] as const satisfies readonly QualityCheck[];

/** By unit and source, what is found among the few dossiers that were ever paused: each check by the way of its list. */
export const FOUND_AMONG_PAUSED_SQL = `SELECT unit_id, source_id, ${PAUSE_CHECKS.map(
  (check) => `sum("${check}")::int AS "${check}"`,
).join(", ")} FROM (${PAUSE_CHECKS.map(
  (found) => `SELECT d.unit_id, d.source_id, ${PAUSE_CHECKS.map(
    (check) => `${check === found ? "count(*)" : "0"} AS "${check}"`,
  ).join(", ")} FROM dossier d
    WHERE d.province_id = $1 AND d.unit_id = ANY($2) AND d.counted AND ${QUALITY_SQL[found]}
    GROUP BY d.unit_id, d.source_id`,
).join(" UNION ALL ")}) found GROUP BY unit_id, source_id`;

/** By source, which facts its dossiers ever told. */
export const QUALITY_FACTS_SQL = `SELECT c.source_id, bool_or(c.tells_moment) AS "finishedMoment",
    bool_or(c.tells_handover) AS handover, bool_or(c.tells_pause) AS pause,
    EXISTS (SELECT FROM dossier_pause p JOIN dossier d ON d.province_id = $1 AND d.id = p.dossier_id
      WHERE p.province_id = $1 AND d.source_id = c.source_id
        AND p.due_before_on IS NOT NULL AND p.due_after_on IS NOT NULL) AS "dueBefore",
    bool_or(c.receiving_unit_id IN (SELECT id FROM unit WHERE province_id = $1 AND kind = 'mot_cua')) AS desk,
    bool_or(c.tells_computed_due) AS "computedDue"
  FROM quality_day c WHERE c.province_id = $1 GROUP BY c.source_id`;
