import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { forecastMonth, type KnownLife, type OpenDossier } from "@/lib/insight/month-forecast";
import { addMonths, firstOfMonth, lastOfMonth, type Period } from "@/lib/period";
import { addDays, type CalendarDay, type DaySpan, type RateForecast } from "@/lib/sla";
import { requireUnit, scopeSql } from "../access/scope";
import { keptRows } from "../kept-rows";
import { calendarFor } from "../sla/compile-calendars";
import { loadCalendars } from "../sla/load-calendars";
import { getDataStatus } from "./get-data-status";
import { groupUnits } from "./group-units";

/** An open dossier and how likely it is to become late, 0 … 1. */
export type RiskyDossier = {
  readonly id: number;
  readonly code: string;
  readonly unitName: string;
  readonly procedureName: string;
  readonly dueOn: CalendarDay;
  readonly probability: number;
};

export type UnitForecast = {
  readonly asOf: CalendarDay;
  /** The whole month of the day after the as-of day. */
  readonly month: Period;
  /** Promised for this month: finished in time, finished late or overdue, and still open in time. */
  readonly met: number;
  readonly missed: number;
  readonly open: number;
  /** Null where too few are due for a rate worth forecasting. */
  readonly rate: RateForecast | null;
  /** Most likely to become late first; at most `MOST_RISKY`. */
  readonly risky: readonly RiskyDossier[];
};

export const MOST_RISKY = 20;
/** Months of experience that a forecast rests on, the running one beside them. */
export const MONTHS_OF_LIVES = 6;
/** What is shown may reach into a year not decreed yet. */
const PROVISIONAL_YEARS = 1;

type DueRow = OpenDossier & { dueMet: boolean; isAsked: boolean; isKnown: boolean };
type LifeRow = Omit<KnownLife, "pausedSpans"> & { pausedSpans: DaySpan[] | null };

const DUE_SQL = `SELECT d.id, d.unit_id AS "unitId", d.procedure_id AS "procedureId", d.due_on AS "dueOn",
    d.due_met AS "dueMet", d.due_met OR d.due_on <= $5 AS "isKnown",
    d.closed_on IS NULL AND d.due_on > $5 AND NOT coalesce(d.paused_spans @> $5::date, false) AS "isAsked"
  FROM dossier d
 WHERE d.province_id = $1 AND d.unit_id = ANY($2) AND d.counted AND d.due_on BETWEEN $3 AND $4
   AND d.outcome IS DISTINCT FROM 'returned'`;

/** Of the whole province: what others have done with a procedure tells of it, and none of them is named. */
const LIVES_SQL = `SELECT l.*, CASE WHEN l.spans IS NOT NULL THEN
      (SELECT json_agg(json_build_object('from', lower(s), 'until', upper(s)) ORDER BY s) FROM unnest(l.spans) s)
    END AS "pausedSpans"
  FROM (
    SELECT d.procedure_id AS "procedureId", CASE WHEN d.unit_id = ANY($2) THEN d.unit_id END AS "unitId",
           d.received_on AS "receivedOn", d.due_on AS "dueOn", d.closed_on AS "closedOn", d.outcome,
           d.paused_spans AS spans, count(*)
      FROM dossier d
     WHERE d.province_id = $1 AND d.unit_id IN (SELECT id FROM unit WHERE province_id = $1) AND d.counted
       AND d.received_on >= $3 AND d.due_on IS NOT NULL AND d.procedure_id = ANY($4)
     GROUP BY 1, 2, 3, 4, 5, 6, 7) l`;

/**
 * What the month's end will bring for a unit and everything below it, as known on the newest day of the data. Throws
 * `notFound`; null before the first import.
 */
export async function getMonthForecast(viewer: Viewer, unitId: number): Promise<UnitForecast | null> {
  const unit = await requireUnit(viewer, unitId);
  const [status, calendars] = await Promise.all([
    getDataStatus(viewer),
    loadCalendars(viewer.provinceId, PROVISIONAL_YEARS),
  ]);
  const { asOf } = status;
  if (asOf === null) return null;
  const from = firstOfMonth(addDays(asOf, 1));
  const month = { from, to: lastOfMonth(from) };
  const { restIds } = await groupUnits(viewer, unit, null, asOf);
  const due = await keptRows<DueRow>(DUE_SQL, [viewer.provinceId, restIds, month.from, month.to, asOf], "forecast-due");
  const open = due.filter(({ isAsked }) => isAsked);
  const known = due.filter(({ isKnown }) => isKnown);
  const met = known.filter(({ dueMet }) => dueMet).length;
  const lives = await readLives(viewer, {
    unitIds: restIds,
    since: addMonths(asOf, -MONTHS_OF_LIVES),
    procedureIds: [...new Set(open.map(({ procedureId }) => procedureId))],
  });
  const { open: judged, rate } = forecastMonth(
    open,
    { ok: met, of: known.length },
    lives,
    (own) => (own === null ? calendars.province : calendarFor(calendars, own)),
    asOf,
  );
  const worst = judged.slice(0, MOST_RISKY);
  const named = await nameDossiers(
    viewer,
    worst.map(({ id }) => id),
  );
  return {
    asOf,
    month,
    met,
    missed: known.length - met,
    open: open.length,
    rate,
    risky: worst.flatMap(({ id, probability }) => {
      const found = named.get(id);
      return found === undefined ? [] : [{ ...found, probability }];
    }),
  };
}

type LivesInput = {
  readonly unitIds: readonly number[];
  readonly since: CalendarDay;
  readonly procedureIds: readonly number[];
};

async function readLives(viewer: Viewer, { unitIds, since, procedureIds }: LivesInput): Promise<KnownLife[]> {
  if (procedureIds.length === 0) return [];
  const rows = await keptRows<LifeRow>(LIVES_SQL, [viewer.provinceId, unitIds, since, procedureIds], "forecast-lives");
  return rows.map(({ pausedSpans, ...life }) => ({ ...life, pausedSpans: pausedSpans ?? [] }));
}

type Named = Omit<RiskyDossier, "probability">;

async function nameDossiers(viewer: Viewer, ids: readonly number[]): Promise<Map<number, Named>> {
  const scope = scopeSql(viewer, "u", 2);
  const rows = await keptRows<Named>(
    `SELECT d.id, d.code, u.name AS "unitName", p.name AS "procedureName", d.due_on AS "dueOn"
       FROM dossier d JOIN unit u ON u.id = d.unit_id JOIN procedure p ON p.id = d.procedure_id
      WHERE d.id = ANY($1) AND d.province_id = $2 AND ${scope.sql}`,
    [ids, ...scope.values],
    "forecast-names",
  );
  return new Map(rows.map((row) => [row.id, row]));
}
