import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { isAnyCounted } from "@/lib/aggregates/is-any-counted";
import { toldRate } from "@/lib/aggregates/told-figures";
import type { Period } from "@/lib/period";
import { type CalendarDay, FORMULAS, type FormulaId, type Rate, type Tally } from "@/lib/sla";
import { requireUnit } from "../access/scope";
import { readToldMonths, type ToldMonth } from "../aggregates/read-told-months";
import { readMonths } from "../ledger/read-months";
import { clampPeriod } from "./clamp-period";
import { getDataStatus } from "./get-data-status";
import { groupUnits, listUnitChanges, type UnitChange } from "./group-units";

export type TrendMonth = {
  readonly period: Period;
  readonly tally: Tally;
  readonly rate: Rate;
  /** Where the unit or what is below it changed: figures before and after are not of the same units. */
  readonly changes?: readonly UnitChange[];
  /** Of a whole month that no dossier tells of: what a table says. Part of no sum and of no finding. */
  readonly told?: ToldMonth & { readonly rate: Rate };
};

export type TrendInput = {
  readonly unitId: number;
  /** The last month shown is the one of this day, and ends on it. */
  readonly to: CalendarDay;
  readonly months: number;
  readonly formula: FormulaId;
};

/** Month by month, oldest first; the last month may be a part of one. Throws `notFound`. */
export async function getTrend(viewer: Viewer, input: TrendInput): Promise<TrendMonth[]> {
  const unit = await requireUnit(viewer, input.unitId);
  const [{ restIds }, status] = await Promise.all([groupUnits(viewer, unit, null, input.to), getDataStatus(viewer)]);
  const { to } = clampPeriod({ from: input.to, to: input.to }, status.asOf);
  const byKey = await readMonths(viewer, [{ key: unit.id, unitIds: restIds }], { to, months: input.months });
  const months = byKey.get(unit.id) ?? [];
  const span = { from: months[0]?.period.from ?? to, to };
  const [all, tables] = await Promise.all([listUnitChanges(viewer, unit, span), readToldMonths(viewer, unit.id, span)]);
  return months.map((month) => {
    const changes = all.filter(({ on }) => on >= month.period.from && on <= month.period.to);
    const table = isAnyCounted(month.tally) ? undefined : tables.get(month.period.from);
    return {
      ...month,
      rate: FORMULAS[input.formula].rateOf(month.tally),
      ...(changes.length > 0 && { changes }),
      ...(table && { told: { ...table, rate: toldRate(table.counts, input.formula) } }),
    };
  });
}
