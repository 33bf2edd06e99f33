import { apportion } from "./apportion";
import { planDistrict, spreadDistrict, type UnitVolume } from "./plan-district";
import { BAC_GIANG_LEAD, BAC_GIANG_PERIOD } from "./seasons";
import type { OverdueCohort, UnitPlan } from "./types";
import type { World } from "./world";

export const BAC_GIANG_AS_OF = "2023-11-30";
export const BAC_GIANG_CITY = "213";

/** Overdue at the ends of August to November 2023: 1, 36, 42 and 55. */
const COHORTS: readonly OverdueCohort[] = [
  { firstMonth: "2023-02", lastMonth: "2023-02", count: 2 },
  { firstMonth: "2023-04", lastMonth: "2023-04", count: 1 },
  { firstMonth: "2023-06", lastMonth: "2023-06", count: 3 },
  { firstMonth: "2023-08", lastMonth: "2023-08", count: 1 },
  { firstMonth: "2023-09", lastMonth: "2023-09", count: 14 },
  { firstMonth: "2023-09", lastMonth: "2023-10", count: 12 },
  { firstMonth: "2023-09", lastMonth: null, count: 10 },
  { firstMonth: "2023-10", lastMonth: "2023-10", count: 8 },
  { firstMonth: "2023-10", lastMonth: null, count: 12 },
  { firstMonth: "2023-11", lastMonth: null, count: 33 },
];

const TOTALS = { resolved: 10_900, late: 190, openOverdue: 0, quiet: {} };

/** Spreads each cohort over the units that are late at all. */
function withCohorts(volumes: readonly UnitVolume[]): UnitVolume[] {
  const weights = volumes.map(({ unit, late }) => (unit.kind === "mot_cua" ? 0 : late));
  const shares = COHORTS.map((cohort) => ({ cohort, counts: apportion(cohort.count, weights) }));
  return volumes.map((volume, index) => ({
    ...volume,
    overdueCohorts: shares
      .map(({ cohort, counts }) => ({ ...cohort, count: counts[index] ?? 0 }))
      .filter(({ count }) => count > 0),
  }));
}

export function planBacGiangCity(world: World): UnitPlan[] {
  const city = world.unit("bac-giang", BAC_GIANG_CITY);
  return planDistrict(world, city, withCohorts(spreadDistrict(world, city, TOTALS)), {
    period: BAC_GIANG_PERIOD,
    lead: BAC_GIANG_LEAD,
    onlineShare: 0.58,
    undatedShare: 0.001,
    lateStaysInMonth: true,
  });
}
