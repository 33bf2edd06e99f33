import type { DossierStatus } from "@/lib/sla";
import type { DayGrid } from "./day-grid";
import { dressDossier } from "./dress-dossier";
import { createRandom } from "./random";
import { realiseCohort } from "./realise-cohort";
import { realiseOpen } from "./realise-open";
import { realiseResolved } from "./realise-resolved";
import { realiseRefused, realiseRegistered, realiseReturned, realiseUndated } from "./realise-set-aside";
import type { DemoDossier, UnitPlan } from "./types";
import { createWorkshop, type DossierCore, type Workshop } from "./workshop";

/** All dossiers of one unit, exactly as many of each sort as the plan says. The same plan gives the same dossiers. */
export function realiseUnit(grid: DayGrid, plan: UnitPlan, asOf: string): DemoDossier[] {
  const workshop = createWorkshop(grid, createRandom(`${plan.unit.provinceKey}/${plan.unit.code}`), plan, asOf);
  const times = (count: number, one: (workshop: Workshop) => DossierCore, status: DossierStatus): DemoDossier[] =>
    Array.from({ length: count }, () => dressDossier(workshop, one(workshop), status));
  const dated = [
    ...resolvedByMonth(workshop),
    ...plan.overdueCohorts.flatMap((cohort) => realiseCohort(workshop, cohort)),
    ...realiseOpen(workshop),
    ...Array.from({ length: plan.undatedResolved }, () => realiseUndated(workshop)),
  ];
  return [
    ...dated.map((core) => dressDossier(workshop, core, null)),
    ...times(plan.returned, realiseReturned, "withdrawn"),
    ...times(plan.refused, realiseRefused, "refused"),
    ...times(plan.registered, realiseRegistered, "registered"),
  ];
}

function resolvedByMonth(workshop: Workshop): DossierCore[] {
  const { plan, grid } = workshop;
  const boundary = plan.carriedOver === null ? null : grid.toDay(plan.carriedOver.boundary);
  const firstMonth = plan.carriedOver?.boundary.slice(0, 7) ?? null;
  return plan.months.flatMap(({ month, resolved, late }) => {
    const carried = month === firstMonth ? (plan.carriedOver?.count ?? 0) : 0;
    const receivedFrom = firstMonth !== null && month >= firstMonth ? boundary : null;
    return Array.from({ length: resolved }, (_, index) => {
      const isCarried = index >= resolved - carried;
      return realiseResolved(workshop, {
        month,
        late: index < late,
        receivedFrom: isCarried ? null : receivedFrom,
        receivedBefore: isCarried ? boundary : null,
      });
    });
  });
}
