import type { SeedProcedure } from "../reference/read-procedures";
import type { DayNumber } from "./day-grid";
import { clockOf, DAY_ENDS_AT, drawWorkedMinute, MINUTES_PER_DAY } from "./office-time";
import { promise, receivedFor, workingDaysIn } from "./promise";
import type { DemoPause, Moment } from "./types";
import { draw } from "./weighted";
import { type DossierCore, drawDelay, type Workshop } from "./workshop";

/** Which dossier is wanted: closed in that month, late or not, received on the wanted side of a day. */
export type Wanted = {
  readonly month: string;
  readonly late: boolean;
  readonly receivedFrom: DayNumber | null;
  readonly receivedBefore: DayNumber | null;
};

const MOST_TRIES = 2000;
const ON_TIME_SHARE = 0.24;
const FIRST_DAYS_OF_MONTH = 8;

/** Draws until the dates fit. Throws when they never do: then the plan asks for the impossible. */
export function realiseResolved(workshop: Workshop, wanted: Wanted): DossierCore {
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const procedure = drawProcedure(workshop, wanted.late);
    const finished = drawFinished(workshop, wanted);
    const core =
      procedure.limit.unit === "workingHour"
        ? resolveInHours(workshop, procedure, finished, wanted)
        : resolveInDays(workshop, procedure, finished, wanted);
    if (core && fits(core.received.day, wanted)) return core;
  }
  throw new Error(`no dossier fits ${workshop.plan.unit.code} ${JSON.stringify(wanted)}`);
}

function fits(received: DayNumber, wanted: Wanted): boolean {
  if (wanted.receivedFrom !== null && received < wanted.receivedFrom) return false;
  return wanted.receivedBefore === null || received < wanted.receivedBefore;
}

function drawProcedure(workshop: Workshop, late: boolean): SeedProcedure {
  const { plan, random } = workshop;
  const drawn = draw(plan.procedures, random);
  return late && workingDaysIn(drawn.limit) === 0 && random.chance(0.7) ? draw(plan.procedures, random) : drawn;
}

function drawFinished(workshop: Workshop, wanted: Wanted): DayNumber {
  if (wanted.receivedBefore === null) return draw(workshop.workload(wanted.month), workshop.random);
  const first = workshop.grid.workingDaysOf(wanted.month)[0] ?? 0;
  return workshop.grid.addWorking(first, workshop.random.int(0, FIRST_DAYS_OF_MONTH - 1));
}

/** The due day of one closed late, or null when the plan wants it in the month of closing and it is not. */
function lateDueDay(workshop: Workshop, finished: DayNumber, month: string): DayNumber | null {
  const { plan, random, grid } = workshop;
  const delay = plan.slow ? drawDelay(random, 7, 70) : drawDelay(random, 2.6, 30);
  const due = grid.addWorking(finished, -delay);
  return plan.lateStaysInMonth && !grid.toText(due).startsWith(month) ? null : due;
}

function resolveInHours(
  workshop: Workshop,
  procedure: SeedProcedure,
  finishedDay: DayNumber,
  wanted: Wanted,
): DossierCore | null {
  const { grid, random } = workshop;
  const limit = procedure.limit;
  const wholeDay = limit.amount * 60 >= MINUTES_PER_DAY;
  if (wanted.late) {
    const dueDay = lateDueDay(workshop, finishedDay, wanted.month);
    if (dueDay === null) return null;
    const receivedDay = wholeDay ? grid.addWorking(dueDay, -1) : dueDay;
    const at = drawWorkedMinute(random, 5, wholeDay ? 470 : 200);
    const due = promise(grid, limit, receivedDay, at);
    return coreOf(procedure, atMinute(receivedDay, at), due, drawMoment(workshop, finishedDay), null);
  }
  const nextDay = wholeDay && random.chance(0.15);
  const receivedDay = nextDay ? grid.addWorking(finishedDay, -1) : finishedDay;
  const at = nextDay ? drawWorkedMinute(random, 300, 470) : drawWorkedMinute(random, 5, 400);
  const last = wholeDay ? MINUTES_PER_DAY - 1 : Math.min(MINUTES_PER_DAY - 1, at + limit.amount * 60 - 10);
  const end = nextDay ? drawWorkedMinute(random, 0, 100) : random.int(at + 5, last);
  const due = promise(grid, limit, receivedDay, at);
  return coreOf(procedure, atMinute(receivedDay, at), due, atMinute(finishedDay, end), null);
}

function resolveInDays(
  workshop: Workshop,
  procedure: SeedProcedure,
  finishedDay: DayNumber,
  wanted: Wanted,
): DossierCore | null {
  const { grid, random, plan } = workshop;
  const length = workingDaysIn(procedure.limit);
  const slack = random.chance(ON_TIME_SHARE) ? 0 : random.int(1, length);
  const dueDay = wanted.late ? lateDueDay(workshop, finishedDay, wanted.month) : grid.addWorking(finishedDay, slack);
  if (dueDay === null) return null;
  const unpaused = receivedFor(grid, procedure.limit, dueDay);
  if (unpaused > finishedDay) return null;
  const pauseLength = length >= 5 && random.chance(plan.slow ? 0.1 : 0.04) ? random.int(2, 12) : 0;
  const paused = pauseLength > 0 ? pauseAfter(workshop, unpaused, pauseLength, finishedDay, dueDay) : null;
  const receivedDay = paused ? grid.addWorking(unpaused, -pauseLength) : unpaused;
  const [received, finished] = momentsInOrder(workshop, receivedDay, finishedDay);
  return coreOf(procedure, received, { day: dueDay, minute: DAY_ENDS_AT }, finished, paused);
}

function pauseAfter(
  workshop: Workshop,
  unpaused: DayNumber,
  length: number,
  finished: DayNumber,
  due: DayNumber,
): DemoPause | null {
  const { grid, random, plan } = workshop;
  const from = grid.addWorking(unpaused, 1 - length);
  const until = grid.addWorking(from, length);
  if (until > finished || until > due) return null;
  return { from, until, reason: plan.slow && random.chance(0.5) ? "awaitingPayment" : "awaitingSupplement" };
}

export function atMinute(day: DayNumber, workedMinute: number): Moment {
  return { day, minute: clockOf(workedMinute) };
}

export function drawMoment(workshop: Workshop, day: DayNumber): Moment {
  return atMinute(day, drawWorkedMinute(workshop.random, 5, 470));
}

export function momentsInOrder(workshop: Workshop, first: DayNumber, second: DayNumber): [Moment, Moment] {
  if (first !== second) return [drawMoment(workshop, first), drawMoment(workshop, second)];
  const at = drawWorkedMinute(workshop.random, 5, 400);
  return [atMinute(first, at), atMinute(second, workshop.random.int(at + 5, MINUTES_PER_DAY - 1))];
}

function coreOf(
  procedure: SeedProcedure,
  received: Moment,
  due: Moment,
  finished: Moment,
  pause: DemoPause | null,
): DossierCore {
  return { procedure, received, due, finished, pause };
}
