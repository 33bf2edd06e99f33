import { NaiveCalendar } from "./naive-calendar";

export type NaivePause = { readonly from: string; readonly until: string | null };
export type NaiveLife = {
  readonly received: string;
  readonly due: string | null;
  readonly finished: string | null;
  readonly withResult: boolean;
  readonly pauses: readonly NaivePause[];
};

/**
 * A dossier's class on a day, found by living through every day since its receipt; and the working days it used.
 * Written apart from the engine: no spans, no merging, only yesterday and today.
 */
export function liveThrough(life: NaiveLife, asOf: string, calendar: NaiveCalendar): { class: string; used: number } {
  const { received, due, finished, pauses } = life;
  let isPaused = false;
  let used = 0;
  for (let day = received; ; day = NaiveCalendar.next(day)) {
    const isCovered = pauses.some(({ from, until }) => from <= day && (until === null || day < until));
    isPaused = day !== finished && isCovered && (isPaused || due === null || day <= due);
    if (day > received && calendar.works(day) && !isPaused) used++;
    if (day === finished) return { class: endOf(life, day), used };
    if (day === asOf) return { class: isPaused ? "paused" : openOn(due, day), used };
  }
}

function endOf({ due, withResult }: NaiveLife, day: string): string {
  if (!withResult) return "returned";
  if (due === null) return "undated";
  if (day === due) return "onTime";
  return day < due ? "early" : "late";
}

function openOn(due: string | null, day: string): string {
  if (due === null) return "openUndated";
  return day > due ? "overdue" : "inTime";
}
