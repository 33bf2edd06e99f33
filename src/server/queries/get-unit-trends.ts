import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { RankingLevel } from "@/lib/filters";
import { FORMULAS } from "@/lib/sla";
import { requireUnit } from "../access/scope";
import { readMonths } from "../ledger/read-months";
import { clampPeriod } from "./clamp-period";
import { getDataStatus } from "./get-data-status";
import type { TrendInput, TrendMonth } from "./get-trend";
import { groupUnits } from "./group-units";

/** The trend of each unit of a level below a unit, by unit id: the months of `getTrend` without tables. Throws `notFound`. */
export async function getUnitTrends(
  viewer: Viewer,
  input: TrendInput & { readonly level: RankingLevel },
): Promise<Map<number, TrendMonth[]>> {
  const unit = await requireUnit(viewer, input.unitId);
  const [{ rows }, status] = await Promise.all([
    groupUnits(viewer, unit, input.level, input.to),
    getDataStatus(viewer),
  ]);
  const { to } = clampPeriod({ from: input.to, to: input.to }, status.asOf);
  const groups = rows.map((row) => ({ key: row.unit.id, unitIds: row.unitIds }));
  const byUnit = await readMonths(viewer, groups, { to, months: input.months });
  const { rateOf } = FORMULAS[input.formula];
  return new Map(
    [...byUnit].map(([unitId, months]) => [unitId, months.map((month) => ({ ...month, rate: rateOf(month.tally) }))]),
  );
}
