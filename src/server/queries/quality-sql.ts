import "server-only";
import { LONG_PAUSE_DAYS } from "@/lib/filters";
import {
  BULK_DOSSIERS,
  EVENING_HOUR,
  HANDOVER_DAYS,
  type QualityCheck,
  type QualityFact,
  REPEATED_SUPPLEMENTS,
} from "@/lib/quality-checks";

const RECEIVED = "d.received_on BETWEEN $3 AND $4";
const CLOSED = "d.closed_on BETWEEN $3 AND $4";
const RESOLVED = "d.outcome IN ('early', 'onTime', 'late', 'undated')";
const ZONE = "(SELECT zone FROM province WHERE id = $1)";

/** The dossiers that can be found by any check: still open on the period's first day, or received later. */
export const QUALITY_POPULATION = "(d.closed_on IS NULL OR d.closed_on >= $3)";

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

/** Whether source `s` ever told a fact, for any dossier of the province. */
export const FACT_SQL: Readonly<Record<QualityFact, string>> = {
  finishedMoment: told("t.finished_at IS NOT NULL"),
  handover: told("t.handed_over_on IS NOT NULL"),
  pause: told("t.paused_spans IS NOT NULL"),
  dueBefore: `EXISTS (SELECT FROM dossier_pause p JOIN dossier t ON t.province_id = $1 AND t.id = p.dossier_id
    WHERE p.province_id = $1 AND t.source_id = s.id AND p.due_before_on IS NOT NULL AND p.due_after_on IS NOT NULL)`,
  desk: told("t.receiving_unit_id IN (SELECT id FROM unit WHERE province_id = $1 AND kind = 'mot_cua')"),
  computedDue: told("t.computed_due_on IS NOT NULL"),
};

function told(is: string): string {
  return `EXISTS (SELECT FROM dossier t WHERE t.province_id = $1 AND t.source_id = s.id AND ${is})`;
}

/** The dossiers each check finds; $1 … $4 as for the measures. Which facts a source tells is asked apart. */
export const QUALITY_SQL: Readonly<Record<QualityCheck, string>> = {
  closedWithoutResult: `${CLOSED} AND ${RESOLVED} AND d.handed_over_on IS NULL
    AND d.closed_on <= $4::date - ${HANDOVER_DAYS}
    AND d.source_id IN (SELECT s.id FROM source s WHERE s.province_id = $1 AND ${FACT_SQL.handover})`,
  closedAtDeadline: `${CLOSED} AND d.outcome = 'onTime' AND ${inBulk("b.outcome = 'onTime'")}`,
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
