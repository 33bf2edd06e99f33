import "server-only";
import { LONG_PAUSE_DAYS } from "@/lib/filters";
import {
  BULK_DOSSIERS,
  EVENING_HOUR,
  HANDOVER_DAYS,
  type QualityCheck,
  REPEATED_SUPPLEMENTS,
} from "@/lib/quality-checks";

const RECEIVED = "d.received_on BETWEEN $3 AND $4";
const CLOSED = "d.closed_on BETWEEN $3 AND $4";
const RESOLVED = "d.outcome IN ('early', 'onTime', 'late', 'undated')";
const ZONE = "(SELECT zone FROM province WHERE id = $1)";

/** The dossiers that can be found by any check: still open on the period's first day, or received later. */
const QUALITY_POPULATION = "(d.closed_on IS NULL OR d.closed_on >= $3)";

const ON_TIME = "outcome = 'onTime'";

/** Closed by one unit on one day, so many of a kind; `is` speaks of dossier `b`. */
function inBulk(is: string): string {
  return `(d.unit_id, d.closed_on) IN (
    SELECT b.unit_id, b.closed_on FROM dossier b
     WHERE b.province_id = $1 AND b.unit_id = ANY($2) AND b.counted AND b.closed_on BETWEEN $3 AND $4 AND ${is}
     GROUP BY b.unit_id, b.closed_on HAVING count(*) >= ${BULK_DOSSIERS})`;
}

function atEvening(alias: "b" | "d"): string {
  return `(${alias}.finished_at AT TIME ZONE ${ZONE})::time >= '${EVENING_HOUR}:00'`;
}

const TOLD_HANDOVER = `EXISTS (
  SELECT FROM dossier t WHERE t.province_id = $1 AND t.source_id = s.id AND t.handed_over_on IS NOT NULL)`;

/** The dossiers each check finds; $1 … $4 as for the measures. Which facts a source tells is asked apart. */
export const QUALITY_SQL: Readonly<Record<QualityCheck, string>> = {
  closedWithoutResult: `${CLOSED} AND ${RESOLVED} AND d.handed_over_on IS NULL
    AND d.closed_on <= $4::date - ${HANDOVER_DAYS}
    AND d.source_id IN (SELECT s.id FROM source s WHERE s.province_id = $1 AND ${TOLD_HANDOVER})`,
  closedAtDeadline: `${CLOSED} AND d.${ON_TIME} AND ${inBulk(`b.${ON_TIME}`)}`,
  closedAtEvening: `${CLOSED} AND ${inBulk(atEvening("b"))} AND ${atEvening("d")}`,
  dueMovedLate: `${QUALITY_POPULATION} AND d.id IN (
    SELECT p.dossier_id FROM dossier_pause p
     WHERE p.province_id = $1 AND p.from_on BETWEEN $3 AND $4
       AND p.from_on > p.due_before_on AND p.due_after_on > p.due_before_on)`,
  longPause: `${QUALITY_POPULATION} AND d.paused_spans IS NOT NULL AND EXISTS (
    SELECT FROM unnest(d.paused_spans * datemultirange(daterange(NULL, $4::date, '[]'))) AS span
     WHERE upper(span) > $3 AND upper(span) - lower(span) > ${LONG_PAUSE_DAYS})`,
  supplementAgain: `${QUALITY_POPULATION} AND d.id IN (
    SELECT p.dossier_id FROM dossier_pause p
     WHERE p.province_id = $1 AND p.reason = 'awaitingSupplement' AND p.from_on <= $4
     GROUP BY p.dossier_id HAVING count(*) >= ${REPEATED_SUPPLEMENTS} AND max(p.from_on) >= $3)`,
  withdrawnLate: `${CLOSED} AND d.outcome = 'returned' AND d.closed_on >= d.due_on`,
  outsideDesk: `${RECEIVED} AND d.receiving_unit_id IN (
    SELECT r.id FROM unit r JOIN unit desk ON desk.parent_id = r.parent_id AND desk.kind = 'mot_cua'
     WHERE r.province_id = $1 AND r.kind <> 'mot_cua' AND r.level IN ('division', 'department'))`,
  promiseLonger: `${RECEIVED} AND d.due_on > d.computed_due_on`,
  promiseShorter: `${RECEIVED} AND d.due_on < d.computed_due_on`,
};

const OF_UNITS = "d.province_id = $1 AND d.unit_id = ANY($2) AND d.counted";

/** By unit and source, what the conditions of some checks find; `more` narrows to dossiers that can be found by them. */
function counted(checks: readonly QualityCheck[], more: string, received = ""): string {
  const counts = checks.map((check) => `count(*) FILTER (WHERE ${QUALITY_SQL[check]})::int AS "${check}"`);
  return `SELECT d.unit_id, d.source_id, ${received}${counts.join(", ")}
    FROM dossier d WHERE ${OF_UNITS} AND ${QUALITY_POPULATION}${more} GROUP BY d.unit_id, d.source_id`;
}

const IN_BULK = { closedAtDeadline: `d.${ON_TIME}`, closedAtEvening: atEvening("d") } as const;

/** The same for what is closed in bulk, from the few of such dossiers of each day. */
function countedInBulk(): string {
  const kinds = Object.entries(IN_BULK);
  const counts = kinds.map(([check, is]) => `count(*) FILTER (WHERE ${is}) AS "${check}"`);
  const ofDay = kinds.map(([check]) => `sum("${check}") OVER same_day AS "${check}OfDay"`);
  const sums = kinds.map(
    ([check]) => `coalesce(sum("${check}") FILTER (WHERE "${check}OfDay" >= ${BULK_DOSSIERS}), 0)::int AS "${check}"`,
  );
  return `WITH closed AS (
      SELECT d.unit_id, d.source_id, d.closed_on, ${counts.join(", ")}
        FROM dossier d WHERE ${OF_UNITS} AND ${CLOSED} AND (${Object.values(IN_BULK).join(" OR ")})
       GROUP BY d.unit_id, d.source_id, d.closed_on),
    together AS (SELECT *, ${ofDay.join(", ")} FROM closed WINDOW same_day AS (PARTITION BY unit_id, closed_on))
    SELECT unit_id, source_id, ${sums.join(", ")} FROM together GROUP BY unit_id, source_id`;
}

/**
 * What the checks find, by unit and source, in statements that each look at few dossiers or at few columns; a
 * check that a row does not name found nothing there.
 */
export const QUALITY_COUNTS_SQL: Readonly<Record<"plain" | "paused" | "bulk", string>> = {
  plain: counted(
    ["closedWithoutResult", "withdrawnLate", "outsideDesk", "promiseLonger", "promiseShorter"],
    "",
    `count(*) FILTER (WHERE ${RECEIVED})::int AS received, `,
  ),
  paused: counted(
    ["dueMovedLate", "longPause", "supplementAgain"],
    // As an array, so that each of the few is looked up by its key.
    " AND d.id = ANY(ARRAY(SELECT DISTINCT p.dossier_id FROM dossier_pause p WHERE p.province_id = $1))",
  ),
  bulk: countedInBulk(),
};

/** By source, which facts it ever told: one look at its dossiers, however many facts it leaves untold. */
export const QUALITY_FACTS_SQL = `SELECT t.source_id, bool_or(t.finished_at IS NOT NULL) AS "finishedMoment",
    bool_or(t.handed_over_on IS NOT NULL) AS handover, bool_or(t.paused_spans IS NOT NULL) AS pause,
    EXISTS (SELECT FROM dossier_pause p JOIN dossier d ON d.province_id = $1 AND d.id = p.dossier_id
      WHERE p.province_id = $1 AND d.source_id = t.source_id
        AND p.due_before_on IS NOT NULL AND p.due_after_on IS NOT NULL) AS "dueBefore",
    bool_or(t.receiving_unit_id IN (SELECT id FROM unit WHERE province_id = $1 AND kind = 'mot_cua')) AS desk,
    bool_or(t.computed_due_on IS NOT NULL) AS "computedDue"
  FROM dossier t WHERE t.province_id = $1 GROUP BY t.source_id`;
