import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { forecastMonth } from "@/lib/insight/month-forecast";
import { firstOfMonth, lastOfMonth, type Period } from "@/lib/period";
import { addDays, type CalendarDay, type RateForecast } from "@/lib/sla";
import { requireUnit } from "../access/scope";
import { keepLateChances } from "../chances/keep-late-chances";
import { keptRows } from "../kept-rows";
import { getDataStatus } from "./get-data-status";
import { groupUnits } from "./group-units";
import { chanceJoin } from "./late-chance-sql";

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
  /** Most likely to become late first; at most `MOST_RISKY`, none of which too little is known. */
  readonly risky: readonly RiskyDossier[];
};

export const MOST_RISKY = 20;

const DUE = `d.province_id = $1 AND d.unit_id = ANY($2) AND d.counted AND d.due_counted_on BETWEEN $3 AND $4
   AND d.outcome IS DISTINCT FROM 'returned'`;

const KNOWN_SQL = `SELECT count(*) FILTER (WHERE d.due_met) AS met,
    count(*) FILTER (WHERE NOT d.due_met AND d.due_on <= $5) AS missed
  FROM dossier d WHERE ${DUE}`;

const CHANCES_SQL = `SELECT c.chance, count(*) AS count
  FROM dossier d JOIN ${chanceJoin("$5")} WHERE ${DUE} GROUP BY 1 ORDER BY 1`;

const RISKY_SQL = `SELECT d.id, d.code, u.name AS "unitName", p.name AS "procedureName", d.due_on AS "dueOn",
    c.chance AS probability
  FROM dossier d JOIN ${chanceJoin("$5")} JOIN unit u ON u.id = d.unit_id JOIN procedure p ON p.id = d.procedure_id
 WHERE ${DUE} AND NOT c.is_thin ORDER BY c.chance DESC, d.due_on, d.id LIMIT ${MOST_RISKY}`;

/**
 * What the month's end will bring for a unit and everything below it, as known on the newest day of the data. Throws
 * `notFound`; null before the first import.
 */
export async function getMonthForecast(viewer: Viewer, unitId: number): Promise<UnitForecast | null> {
  const unit = await requireUnit(viewer, unitId);
  const { asOf } = await getDataStatus(viewer);
  if (asOf === null) return null;
  await keepLateChances(viewer);
  const from = firstOfMonth(addDays(asOf, 1));
  const month = { from, to: lastOfMonth(from) };
  const { restIds } = await groupUnits(viewer, unit, null, asOf);
  const values = [viewer.provinceId, restIds, month.from, month.to, asOf];
  const [known, groups, risky] = await Promise.all([
    keptRows<{ met: number; missed: number }>(KNOWN_SQL, values, "forecast-known"),
    keptRows<{ chance: number; count: number }>(CHANCES_SQL, values, "forecast-chances"),
    keptRows<RiskyDossier>(RISKY_SQL, values, "forecast-risky"),
  ]);
  const { met, missed } = known[0] ?? { met: 0, missed: 0 };
  const chances = groups.flatMap(({ chance, count }) => new Array<number>(count).fill(chance));
  return {
    asOf,
    month,
    met,
    missed,
    open: chances.length,
    rate: forecastMonth({ ok: met, of: met + missed }, chances),
    risky,
  };
}
