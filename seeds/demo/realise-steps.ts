import { workingDaysBetween } from "@/lib/sla";
import type { DayGrid, DayNumber } from "./day-grid";
import { clockOf, DAY_ENDS_AT, drawWorkedMinute } from "./office-time";
import { createRandom, type Random } from "./random";
import { offices } from "./step-offices";
import type { CodedDossier, DemoStep, Moment } from "./types";

/** So few dossiers have their progress told: the demo has to be loaded in seconds. */
const TOLD_SHARE = 0.2;
const FEWEST_WORKING_DAYS = 3;
const OFFICE_OPENS_AT = 7 * 60;

type Life = { readonly received: Moment; readonly finished: Moment | null; readonly workingDays: number };

/**
 * Who had a dossier from when to when: the desk, those who work on it, the leader who signs. Only for some of those that
 * took three working days or more and never waited; the same dossier always has the same steps.
 */
export function realiseSteps(grid: DayGrid, dossier: CodedDossier, asOf: DayNumber): DemoStep[] {
  const { received, finished, due, pause, status } = dossier;
  if (due === null || pause !== null || status === "registered" || status === "refused" || status === "withdrawn")
    return [];
  const last = finished?.day ?? asOf;
  const workingDays = workingDaysBetween(grid.calendar, grid.toText(received.day), grid.toText(last));
  if (workingDays < FEWEST_WORKING_DAYS) return [];
  const random = createRandom(`steps ${dossier.code}`);
  if (!random.chance(TOLD_SHARE)) return [];
  return take(grid, random, dossier, { received, finished, workingDays }, due.day, last);
}

function take(
  grid: DayGrid,
  random: Random,
  dossier: CodedDossier,
  { received, finished, workingDays }: Life,
  due: DayNumber,
  last: DayNumber,
): DemoStep[] {
  const { desk, worker, leader } = offices(dossier.unit);
  const daysLate = Math.max(0, workingDaysBetween(grid.calendar, grid.toText(due), grid.toText(last)));
  const atDesk = random.chance(0.08) ? 2 : random.chance(0.4) ? 1 : 0;
  const atLeader = leaderDays(random, daysLate, workingDays - atDesk - 1);
  const begun = momentAfter(grid, random, received, atDesk);
  const passed = finished === null ? null : signedFrom(grid, random, finished, atLeader);
  const signing = passed ?? (workingDays > atDesk + 1 && random.chance(0.15) ? momentOn(random, last) : null);
  const steps: DemoStep[] = [
    {
      office: desk,
      officer: "Cán bộ Một cửa (minh họa)",
      begun: received,
      ended: begun,
      dueDay: grid.addWorking(received.day, 1),
    },
    { office: worker, officer: dossier.officer, begun, ended: signing, dueDay: due },
  ];
  if (signing !== null) {
    const dueDay = grid.addWorking(signing.day, 1);
    steps.push({ office: leader, officer: "Lãnh đạo (minh họa)", begun: signing, ended: finished, dueDay });
  }
  return steps;
}

/** Signing takes a day at most; but of what is late, a third lay with the leader for some days. */
function leaderDays(random: Random, daysLate: number, room: number): number {
  const most = Math.min(daysLate, room);
  if (daysLate > 0) return most > 1 && random.chance(0.35) ? Math.min(most, random.int(2, 6)) : 0;
  if (room > 1 && random.chance(0.05)) return 2;
  return room > 0 && random.chance(0.4) ? 1 : 0;
}

function momentAfter(grid: DayGrid, random: Random, moment: Moment, workingDays: number): Moment {
  if (workingDays === 0) return { day: moment.day, minute: Math.min(moment.minute + random.int(10, 60), 24 * 60 - 1) };
  return momentOn(random, grid.addWorking(moment.day, workingDays));
}

function signedFrom(grid: DayGrid, random: Random, finished: Moment, workingDays: number): Moment {
  if (workingDays === 0) {
    const since = Math.max(1, Math.min(random.int(10, 60), finished.minute - OFFICE_OPENS_AT));
    return { day: finished.day, minute: finished.minute - since };
  }
  return momentOn(random, grid.addWorking(finished.day, -workingDays));
}

function momentOn(random: Random, day: DayNumber): Moment {
  return { day, minute: Math.min(clockOf(drawWorkedMinute(random, 5, 470)), DAY_ENDS_AT) };
}
