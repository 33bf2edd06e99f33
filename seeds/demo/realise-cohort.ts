import type { SeedProcedure } from "../reference/read-procedures";
import { DAY_ENDS_AT } from "./office-time";
import { receivedFor } from "./promise";
import { drawMoment } from "./realise-resolved";
import type { OverdueCohort } from "./types";
import { draw, reweigh, type Weighted } from "./weighted";
import type { DossierCore, Workshop } from "./workshop";

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}

/** Only limits in working days: their due day can be hit exactly. */
function countedInDays(procedures: Weighted<SeedProcedure>): Weighted<SeedProcedure> {
  return reweigh(procedures, ({ limit }) => (limit.unit === "workingDay" ? 1 : 0));
}

/** Dossiers due in the first month, before its last day, and closed late in the month after the last one. */
export function realiseCohort(workshop: Workshop, cohort: OverdueCohort): DossierCore[] {
  const { grid, random, plan } = workshop;
  const procedures = countedInDays(plan.procedures);
  const cores: DossierCore[] = [];
  for (let count = 0; count < cohort.count; count += 1) {
    const procedure = draw(procedures, random);
    const days = grid.workingDaysOf(cohort.firstMonth);
    const dueDay = days[random.int(0, days.length - 2)] ?? workshop.asOf - 1;
    const received = drawMoment(workshop, receivedFor(grid, procedure.limit, dueDay));
    const finished =
      cohort.lastMonth === null
        ? null
        : drawMoment(workshop, draw(workshop.workload(nextMonth(cohort.lastMonth)), random));
    cores.push({ procedure, received, due: { day: dueDay, minute: DAY_ENDS_AT }, finished, pause: null });
  }
  return cores;
}
