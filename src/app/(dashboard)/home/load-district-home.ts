import type { DistrictHomeProps } from "@/components/home/district-home";
import type { Viewer } from "@/lib/access/viewer";
import { monthBudget } from "@/lib/insight/month-budget";
import { recoveryPath, runningRates } from "@/lib/insight/recovery-path";
import { getCalendarOfUnit } from "@/server/queries/get-calendar-of-unit";
import { listTargets } from "@/server/queries/list-targets";
import { getUnitTrends } from "@/server/queries/get-unit-trends";
import { HOME_MONTHS, type LeveledBase, loadRankedHome } from "./load-ranked-home";

export async function loadDistrictHome(viewer: Viewer, base: LeveledBase): Promise<DistrictHomeProps> {
  const { unit, view, level } = base;
  const trend = { unitId: unit.id, to: view.to, months: HOME_MONTHS, formula: view.formula, level };
  const [home, trends, [ordered = null], calendar] = await Promise.all([
    loadRankedHome(viewer, base),
    getUnitTrends(viewer, trend),
    listTargets(viewer, unit.id, view.to),
    getCalendarOfUnit(viewer, unit.id),
  ]);
  const { ranking, months } = home;
  const asOf = ranking.asOf ?? view.to;
  // Of "handled", a month's carried-over dossiers are the month's before: its counts do not add up.
  const path =
    view.formula === "handled"
      ? null
      : recoveryPath({
          rate: ranking.total.rate,
          target: view.target,
          period: ranking.period,
          asOf,
          reachBy: ordered?.reachBy ?? null,
          months: months.map(({ rate }) => rate),
          overdue: ranking.total.tally.overdue,
          calendar,
        });
  return {
    ...home,
    trends: new Map([...trends].map(([unitId, own]) => [unitId, own.map(({ rate }) => rate)])),
    budget: monthBudget(months, calendar, view.target),
    recovery:
      path === null
        ? null
        : { path, past: runningRates(months, { ...ranking.period, to: asOf }, ranking.total.rate), asOf, ordered },
  };
}
