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
const ZONE = "(SELECT zone FROM province WHERE id = $1)";

/**
 * What is odd in one dossier, by its own columns and the zone of its province: what a day of a unit is counted by
 * (src/server/quality). The checks below say when it is found.
 */
export const ODD_SQL = {
  closedOnTime: "d.outcome = 'onTime'",
  closedAtEvening: (zone: string) => `(d.finished_at AT TIME ZONE ${zone})::time >= '${EVENING_HOUR}:00'`,
  closedWithoutResult: "d.outcome IN ('early', 'onTime', 'late', 'undated') AND d.handed_over_on IS NULL",
  withdrawnLate: "d.outcome = 'returned' AND d.closed_on >= d.due_on",
  promiseLonger: "d.due_on > d.computed_due_on",
  promiseShorter: "d.due_on < d.computed_due_on",
} as const;

/** The facts that a dossier tells by itself. */
export const TOLD_SQL = {
  finishedMoment: "d.finished_at IS NOT NULL",
  handover: "d.handed_over_on IS NOT NULL",
  pause: "d.paused_spans IS NOT NULL",
  computedDue: "d.computed_due_on IS NOT NULL",
} as const;

/** Units beside a desk that do not receive themselves. */
export const OUTSIDE_DESK_SQL = `SELECT r.id FROM unit r JOIN unit desk ON desk.parent_id = r.parent_id AND desk.kind = 'mot_cua'
     WHERE r.province_id = $1 AND r.kind <> 'mot_cua' AND r.level IN ('division', 'department')`;

/** The last day on which a dossier without a result may have been closed to be asked for it. */
export const HANDED_OVER_BY = `$4::date - ${HANDOVER_DAYS}`;

/** The dossiers that can be found by any check: still open on the period's first day, or received later. */
const QUALITY_POPULATION = "(d.closed_on IS NULL OR d.closed_on >= $3)";

/** Closed by one unit on one day, so many of a kind; `is` speaks of dossier `d`, in here another one. */
function inBulk(is: string): string {
  return `(d.unit_id, d.closed_on) IN (
    SELECT d.unit_id, d.closed_on FROM dossier d
     WHERE d.province_id = $1 AND d.unit_id = ANY($2) AND d.counted AND ${CLOSED} AND ${is}
     GROUP BY d.unit_id, d.closed_on HAVING count(*) >= ${BULK_DOSSIERS})`;
}

const AT_EVENING = ODD_SQL.closedAtEvening(ZONE);

const TOLD_HANDOVER = `EXISTS (
  SELECT FROM dossier d WHERE d.province_id = $1 AND d.source_id = s.id AND d.counted AND ${TOLD_SQL.handover})`;

/** The dossiers each check finds; $1 … $4 as for the measures. Which facts a source tells is asked apart. */
export const QUALITY_SQL: Readonly<Record<QualityCheck, string>> = {
  closedWithoutResult: `${CLOSED} AND ${ODD_SQL.closedWithoutResult} AND d.closed_on <= ${HANDED_OVER_BY}
    AND d.source_id IN (SELECT s.id FROM source s WHERE s.province_id = $1 AND ${TOLD_HANDOVER})`,
  closedAtDeadline: `${CLOSED} AND ${ODD_SQL.closedOnTime} AND ${inBulk(ODD_SQL.closedOnTime)}`,
  closedAtEvening: `${CLOSED} AND ${AT_EVENING} AND ${inBulk(AT_EVENING)}`,
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
  withdrawnLate: `${CLOSED} AND ${ODD_SQL.withdrawnLate}`,
  outsideDesk: `${RECEIVED} AND d.receiving_unit_id IN (${OUTSIDE_DESK_SQL})`,
  promiseLonger: `${RECEIVED} AND ${ODD_SQL.promiseLonger}`,
  promiseShorter: `${RECEIVED} AND ${ODD_SQL.promiseShorter}`,
};
