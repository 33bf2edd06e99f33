import "server-only";
import { LONG_PAUSE_DAYS, type Measure, NO_OFFICER } from "@/lib/filters";
import { QUALITY_SQL } from "./quality-sql";

// "+ 0" keeps the index of days of receipt out of it: nearly all dossiers were received before, few were still open.
const OPEN_ON_LAST_DAY = "d.received_on + 0 <= $4 AND (d.closed_on IS NULL OR d.closed_on > $4)";
const OPEN_BEFORE_FIRST_DAY = "d.received_on + 0 < $3 AND (d.closed_on IS NULL OR d.closed_on >= $3)";
const RECEIVED = "d.received_on BETWEEN $3 AND $4";
const CLOSED = "d.closed_on BETWEEN $3 AND $4";
const RESOLVED = `${CLOSED} AND d.outcome IN ('early', 'onTime', 'late', 'undated')`;
const DUE = "d.due_counted_on BETWEEN $3 AND $4";
// Under NOT, a null must count as no; where a span is asked for by itself, the bare operator can use its partial index.
const PAUSED = "coalesce(d.paused_spans @> $4::date, false)";
const OVERDUE = "coalesce(d.overdue_spans @> $4::date, false)";

const OF_AGE = `d.overdue_spans @> $4::date AND d.due_on <= ($7::date[])[array_position($2::int[], d.unit_id)]
    AND d.due_on > ($10::date[])[array_position($2::int[], d.unit_id)]`;

/**
 * Which dossiers a number counts, in the columns the engine wrote: $3 and $4 are the first and last
 * day of the (clamped) period, $7 and $10, for each unit of $2, the last due day meant and the day before the
 * first. tests/integration compares
 * every list with its number in the ledger.
 */
export const MEASURE_SQL: Readonly<Record<Measure, string>> = {
  received: RECEIVED,
  receivedDirect: `${RECEIVED} AND d.channel = 'direct'`,
  receivedOnline: `${RECEIVED} AND d.channel = 'online'`,
  receivedPostal: `${RECEIVED} AND d.channel = 'postal'`,
  receivedOffline: `${RECEIVED} AND d.channel <> 'online'`,
  carriedOver: OPEN_BEFORE_FIRST_DAY,
  handled: `(${RECEIVED} OR ${OPEN_BEFORE_FIRST_DAY})`,
  resolved: RESOLVED,
  early: `${CLOSED} AND d.outcome = 'early'`,
  onTime: `${CLOSED} AND d.outcome = 'onTime'`,
  late: `${CLOSED} AND d.outcome = 'late'`,
  resolvedUndated: `${CLOSED} AND d.outcome = 'undated'`,
  returned: `${CLOSED} AND d.outcome = 'returned'`,
  resolvedDated: `${CLOSED} AND d.outcome IN ('early', 'onTime', 'late')`,
  closed: CLOSED,
  closedOnTime: `${CLOSED} AND d.outcome IN ('onTime', 'undated', 'returned')`,
  open: OPEN_ON_LAST_DAY,
  inTime: `${OPEN_ON_LAST_DAY} AND d.due_on IS NOT NULL AND NOT ${PAUSED} AND NOT ${OVERDUE}`,
  paused: "d.paused_spans @> $4::date",
  overdue: "d.overdue_spans @> $4::date",
  openUndated: `${OPEN_ON_LAST_DAY} AND d.due_on IS NULL AND NOT ${PAUSED}`,
  notOverdue: `${OPEN_ON_LAST_DAY} AND NOT ${OVERDUE}`,
  due: DUE,
  dueMet: `${DUE} AND d.due_met`,
  dueMissed: `${DUE} AND NOT d.due_met`,
  dueSoon: `${OPEN_ON_LAST_DAY} AND NOT ${PAUSED} AND NOT ${OVERDUE} AND d.due_counted_on >= $4
    AND d.due_counted_on <= (SELECT max(soon) FROM unnest($7::date[]) soon)
    AND d.due_counted_on <= ($7::date[])[array_position($2::int[], d.unit_id)]`,
  pausedLong: `d.paused_spans @> daterange($4::date - ${LONG_PAUSE_DAYS}, $4::date, '[]')`,
  // Which of them is not for SQL to say: `selectDossiers` names them.
  stepped: RESOLVED,
  stepOver: RESOLVED,
  overdueTo5: OF_AGE,
  overdueTo15: OF_AGE,
  overdueTo30: OF_AGE,
  overdueLonger: OF_AGE,
  ...QUALITY_SQL,
};

/** The officer that a dossier's source names, or what stands for none. */
export const OFFICER_SQL = `coalesce(nullif(d.officer, ''), '${NO_OFFICER}')`;
