import type { PauseReason } from "@/lib/sla";
import type { DayNumber } from "./day-grid";
import { DAY_ENDS_AT } from "./office-time";
import { promise, receivedFor, workingDaysIn } from "./promise";
import { atMinute, drawMoment } from "./realise-resolved";
import { draw } from "./weighted";
import { type DossierCore, drawDelay, type Workshop } from "./workshop";

const AFTERNOON = 300;

/** The dossiers still open on the as-of day: in time, overdue, paused, without a due day. */
export function realiseOpen(workshop: Workshop): DossierCore[] {
  const { open } = workshop.plan;
  const today = workshop.grid.backToWorking(workshop.asOf);
  const make = (count: number, one: () => DossierCore): DossierCore[] => Array.from({ length: count }, one);
  return [
    ...make(open.inTime, () => openInTime(workshop, today)),
    ...make(open.overdue, () => openOverdue(workshop, today)),
    ...make(open.paused, () => openPaused(workshop, today)),
    ...make(open.undated, () => openUndated(workshop, today)),
  ];
}

function openInTime(workshop: Workshop, today: DayNumber): DossierCore {
  const { grid, random, asOf } = workshop;
  const procedure = draw(workshop.lingering, random);
  const length = workingDaysIn(procedure.limit);
  if (length === 0) {
    const at = random.int(AFTERNOON, 470);
    const due = promise(grid, procedure.limit, today, at);
    return { procedure, received: atMinute(today, at), due, finished: null, pause: null };
  }
  const dueDay = grid.addWorking(today, random.int(today === asOf ? 0 : 1, length));
  const receivedDay = Math.min(today, receivedFor(grid, procedure.limit, dueDay));
  const due = { day: dueDay, minute: DAY_ENDS_AT };
  return { procedure, received: drawMoment(workshop, receivedDay), due, finished: null, pause: null };
}

function openOverdue(workshop: Workshop, today: DayNumber): DossierCore {
  const { grid, random, plan } = workshop;
  const procedure = draw(workshop.lingering, random);
  const delay = plan.slow ? drawDelay(random, 16, 100) : drawDelay(random, 8, 60);
  const dueDay = grid.addWorking(today, -delay);
  const receivedDay = receivedFor(grid, procedure.limit, dueDay);
  const at = drawMoment(workshop, receivedDay);
  return { procedure, received: at, due: { day: dueDay, minute: DAY_ENDS_AT }, finished: null, pause: null };
}

function drawReason(workshop: Workshop): PauseReason {
  const { random, plan } = workshop;
  if (random.chance(0.1)) return "stopped";
  return plan.slow && random.chance(0.4) ? "awaitingPayment" : "awaitingSupplement";
}

function openPaused(workshop: Workshop, today: DayNumber): DossierCore {
  const { grid, random } = workshop;
  const procedure = draw(workshop.lingering, random);
  const length = Math.max(1, workingDaysIn(procedure.limit));
  const from = grid.addWorking(today, -random.int(0, 40));
  const receivedDay = grid.addWorking(from, -random.int(1, Math.max(1, length - 1)));
  const due = promise(grid, procedure.limit, receivedDay, AFTERNOON);
  return {
    procedure,
    received: drawMoment(workshop, receivedDay),
    due: { day: Math.max(due.day, grid.addWorking(from, 1)), minute: DAY_ENDS_AT },
    finished: null,
    pause: { from, until: null, reason: drawReason(workshop) },
  };
}

function openUndated(workshop: Workshop, today: DayNumber): DossierCore {
  const { grid, random } = workshop;
  const received = drawMoment(workshop, grid.addWorking(today, -random.int(0, 30)));
  return { procedure: draw(workshop.lingering, random), received, due: null, finished: null, pause: null };
}
