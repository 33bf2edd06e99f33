import { DAY_ENDS_AT, drawWorkedMinute } from "./office-time";
import { promise, workingDaysIn } from "./promise";
import { drawMoment, momentsInOrder } from "./realise-resolved";
import type { MonthQuota } from "./types";
import { draw, type Weighted, weighted } from "./weighted";
import type { DossierCore, Workshop } from "./workshop";

/** Months in which the plan may receive without touching what it says about the day before. */
function monthsOf(workshop: Workshop): Weighted<MonthQuota> {
  const boundary = workshop.plan.carriedOver?.boundary.slice(0, 7) ?? "";
  const months = workshop.plan.months.filter(({ month }) => month >= boundary);
  return weighted(months.map((quota) => [quota, quota.resolved + 0.01] as const));
}

/** One that the applicant withdrew before it was due. */
export function realiseReturned(workshop: Workshop): DossierCore {
  const { grid, random, asOf } = workshop;
  const procedure = draw(workshop.lingering, random);
  const receivedDay = draw(workshop.workload(draw(monthsOf(workshop), random).month), random);
  const wait = random.int(0, Math.max(0, workingDaysIn(procedure.limit) - 1));
  const finishedDay = Math.min(grid.addWorking(receivedDay, wait), grid.backToWorking(asOf));
  const [received, finished] = momentsInOrder(workshop, receivedDay, finishedDay);
  const due = promise(grid, procedure.limit, receivedDay, drawWorkedMinute(random, 5, 470));
  return { procedure, received, due: { day: due.day, minute: DAY_ENDS_AT }, finished, pause: null };
}

/** One that was resolved without ever having been promised for a day. */
export function realiseUndated(workshop: Workshop): DossierCore {
  const { grid, random } = workshop;
  const procedure = draw(workshop.lingering, random);
  const finishedDay = draw(workshop.workload(draw(monthsOf(workshop), random).month), random);
  const receivedDay = grid.addWorking(finishedDay, -random.int(0, workingDaysIn(procedure.limit)));
  const [received, finished] = momentsInOrder(workshop, receivedDay, finishedDay);
  return { procedure, received, due: null, finished, pause: null };
}

/** One that was handed in and turned away: outside every count. */
export function realiseRefused(workshop: Workshop): DossierCore {
  const { random } = workshop;
  const day = draw(workshop.workload(draw(monthsOf(workshop), random).month), random);
  const procedure = draw(workshop.plan.procedures, random);
  return { procedure, received: drawMoment(workshop, day), due: null, finished: null, pause: null };
}

/** One that was handed in online in the last days and not yet looked at: outside every count. */
export function realiseRegistered(workshop: Workshop): DossierCore {
  const { grid, random, asOf, plan } = workshop;
  const day = grid.addWorking(grid.backToWorking(asOf), -random.int(0, 1));
  const procedure = draw(plan.procedures, random);
  return { procedure, received: drawMoment(workshop, day), due: null, finished: null, pause: null };
}
