import type { SeedProcedure } from "../reference/read-procedures";
import type { DayGrid, DayNumber } from "./day-grid";
import { workingDaysIn } from "./promise";
import type { Random } from "./random";
import type { DemoPause, Moment, UnitPlan } from "./types";
import { reweigh, type Weighted, weighted } from "./weighted";

/** What every step of making one unit's dossiers needs. */
export type Workshop = {
  readonly grid: DayGrid;
  readonly random: Random;
  readonly plan: UnitPlan;
  readonly asOf: DayNumber;
  /** Working days of the month up to the as-of day, busier at its end and after days off. */
  readonly workload: (month: string) => Weighted<DayNumber>;
  /** Procedures by how likely one of them is still open. */
  readonly lingering: Weighted<SeedProcedure>;
};

/** The dates of a dossier, before channel, officer and status are put to it. */
export type DossierCore = {
  readonly procedure: SeedProcedure;
  readonly received: Moment;
  readonly due: Moment | null;
  readonly finished: Moment | null;
  readonly pause: DemoPause | null;
};

const MONTH_END_DAYS = 3;
const MONTH_END_RUSH = 1.9;
const AFTER_DAY_OFF = 1.3;

export function createWorkshop(grid: DayGrid, random: Random, plan: UnitPlan, asOfDay: string): Workshop {
  const asOf = grid.toDay(asOfDay);
  const known = new Map<string, Weighted<DayNumber>>();
  const workload = (month: string): Weighted<DayNumber> => {
    const cached = known.get(month);
    if (cached) return cached;
    const days = grid.workingDaysOf(month).filter((day) => day <= asOf);
    const made = weighted(
      days.map((day, index) => {
        const rush = index >= days.length - MONTH_END_DAYS ? MONTH_END_RUSH : 1;
        return [day, rush * (grid.isWorking(day - 1) ? 1 : AFTER_DAY_OFF)] as const;
      }),
    );
    known.set(month, made);
    return made;
  };
  const lingering = reweigh(plan.procedures, ({ limit }) => Math.max(0.3, workingDaysIn(limit)));
  return { grid, random, plan, asOf, workload, lingering };
}

/** A number of working days, mostly small, now and then large. */
export function drawDelay(random: Random, mean: number, most: number): number {
  return 1 + Math.min(most - 1, Math.floor(-Math.log(1 - random.next()) * mean));
}
