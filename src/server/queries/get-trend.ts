import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { addMonths, firstOfMonth, lastOfMonth, type Period } from "@/lib/period";
import { addDays, type CalendarDay, FORMULAS, type FormulaId, type Rate, type Tally } from "@/lib/sla";
import { requireUnit } from "../access/scope";
import { queryRows } from "../db";
import {
  addMovements,
  MOVEMENT_COLUMNS,
  type MovementColumn,
  type MovementSums,
  NO_MOVEMENTS,
} from "../ledger/movement-columns";
import { toTally } from "../ledger/to-tally";
import { clampPeriod } from "./clamp-period";
import { getDataStatus } from "./get-data-status";
import { groupUnits } from "./group-units";

export type TrendMonth = { readonly period: Period; readonly tally: Tally; readonly rate: Rate };

export type TrendInput = {
  readonly unitId: number;
  /** The last month shown is the one of this day, and ends on it. */
  readonly to: CalendarDay;
  readonly months: number;
  readonly formula: FormulaId;
};

type MonthRow = { month: CalendarDay } & Record<MovementColumn, number>;

const SUMS = MOVEMENT_COLUMNS.map((column) => `sum(l.${column})::int AS ${column}`).join(", ");

const TREND_SQL = `
  SELECT month, ${SUMS} FROM ledger_month l
   WHERE l.province_id = $1 AND l.unit_id = ANY($2) AND l.month < $3 GROUP BY month
  UNION ALL
  SELECT $3::date AS month, ${SUMS} FROM ledger_day l
   WHERE l.province_id = $1 AND l.unit_id = ANY($2) AND l.day >= $3 AND l.day < $4
  ORDER BY month`;

/** Month by month, oldest first; the last month may be a part of one. Throws `notFound`. */
export async function getTrend(viewer: Viewer, input: TrendInput): Promise<TrendMonth[]> {
  const unit = await requireUnit(viewer, input.unitId);
  const [{ restIds }, status] = await Promise.all([groupUnits(viewer, unit, null, input.to), getDataStatus(viewer)]);
  const { to } = clampPeriod({ from: input.to, to: input.to }, status.asOf);
  const lastMonth = firstOfMonth(to);
  const rows = await queryRows<MonthRow>(TREND_SQL, [viewer.provinceId, restIds, lastMonth, addDays(to, 1)], "trend");
  const sumsByMonth = new Map<CalendarDay, MovementSums>(
    rows.map((row) => [row.month, addMovements(NO_MOVEMENTS, row)]),
  );
  const firstMonth = addMonths(lastMonth, 1 - input.months);
  let before = [...sumsByMonth]
    .filter(([month]) => month < firstMonth)
    .reduce((sums, [, monthSums]) => addMovements(sums, monthSums), NO_MOVEMENTS);
  return Array.from({ length: input.months }, (_, index) => {
    const month = addMonths(firstMonth, index);
    const within = sumsByMonth.get(month) ?? NO_MOVEMENTS;
    const tally = toTally(before, within);
    before = addMovements(before, within);
    const period = { from: month, to: month === lastMonth ? to : lastOfMonth(month) };
    return { period, tally, rate: FORMULAS[input.formula].rateOf(tally) };
  });
}
