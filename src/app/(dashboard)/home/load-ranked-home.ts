import type { Compared, HomeBase, RankedHome } from "@/components/home/types";
import type { Viewer } from "@/lib/access/viewer";
import type { RankingLevel } from "@/lib/filters";
import { firstOfMonth, type Period, previousPeriod, samePeriodLastYear } from "@/lib/period";
import type { Rate } from "@/lib/sla";
import { getRanking } from "@/server/queries/get-ranking";
import { getTrend, type TrendMonth } from "@/server/queries/get-trend";
import { loadStocks } from "./load-stocks";

export type LeveledBase = HomeBase & { readonly level: RankingLevel };

export const HOME_MONTHS = 12;
/** Far enough back for the same period of last year. */
const MONTHS_READ = 36;

/** What the homes of a province and of a district have in common: the ranking now, before, and a year ago. */
export async function loadRankedHome(viewer: Viewer, { level, ...base }: LeveledBase): Promise<RankedHome> {
  const { unit, view } = base;
  const period = { from: view.from, to: view.to };
  const input = { unit: { id: unit.id }, level, formula: view.formula, target: view.target };
  const yearAgo = samePeriodLastYear(period);
  const [ranking, before, lastYear, months, stocks] = await Promise.all([
    getRanking(viewer, { ...input, ...period }),
    getRanking(viewer, { ...input, ...previousPeriod(period) }),
    getRanking(viewer, { ...input, ...yearAgo }),
    getTrend(viewer, { unitId: unit.id, to: view.to, months: MONTHS_READ, formula: view.formula }),
    loadStocks(viewer, base),
  ]);
  const compared = (period: Period, rate: Rate): Compared => ({
    period,
    rate: reachesBack(months, period) ? rate : null,
  });
  return {
    ...base,
    ranking,
    movedFrom: before,
    before: compared(before.period, before.total.rate),
    lastYear: compared(yearAgo, lastYear.total.rate),
    months: months.slice(-HOME_MONTHS),
    stocks,
  };
}

/** A period whose first months were never counted here is no measure for another. */
function reachesBack(months: readonly TrendMonth[], { from }: Period): boolean {
  return months.some((month) => month.period.from === firstOfMonth(from) && month.rate !== null);
}
