import { compareDays } from "./calendar-day";
import type { WorkingCalendar } from "./compile-calendar";
import type { CalendarDay } from "./types";
import { workingDaysBetween } from "./working-calendar";

/** One unit's part in a linked procedure. `endedOn`: null while it lasts; `dueOn`: null when no day was set. */
export type Step = {
  readonly unitId: number;
  readonly startedOn: CalendarDay;
  readonly endedOn: CalendarDay | null;
  readonly dueOn: CalendarDay | null;
};

/** A step as it was told, with its reckoning. */
export type StepAccount<Told extends Step = Step> = Told & {
  readonly workingDaysUsed: number;
  readonly workingDaysAllowed: number | null;
  /** Used beyond what was allowed; 0 when it kept its day, or had none. */
  readonly workingDaysOver: number;
};

export type DelayAccount<Told extends Step = Step> = {
  readonly steps: readonly StepAccount<Told>[];
  /** The step that took most beyond its time, the earlier of equals; null when none did. */
  readonly responsible: StepAccount<Told> | null;
  /** Working days between steps, which no step accounts for. */
  readonly workingDaysBetweenSteps: number;
};

/** Where the time of a linked procedure went. The steps' days need not add up to the dossier's own. */
export function attributeDelay<Told extends Step>(
  calendar: WorkingCalendar,
  steps: readonly Told[],
  asOf: CalendarDay,
): DelayAccount<Told> {
  const accounts = steps
    .filter((step) => step.startedOn <= asOf)
    .map((step) => accountFor(calendar, step, asOf))
    .sort((a, b) => compareDays(a.startedOn, b.startedOn) || a.unitId - b.unitId);
  let responsible: StepAccount<Told> | null = null;
  let workingDaysBetweenSteps = 0;
  let lastEnd: CalendarDay | null = null;
  for (const account of accounts) {
    if (account.workingDaysOver > (responsible?.workingDaysOver ?? 0)) responsible = account;
    if (lastEnd !== null) workingDaysBetweenSteps += workingDaysBetween(calendar, lastEnd, account.startedOn);
    const end = endBy(account, asOf);
    if (lastEnd === null || end > lastEnd) lastEnd = end;
  }
  return { steps: accounts, responsible, workingDaysBetweenSteps };
}

function endBy({ endedOn }: Step, asOf: CalendarDay): CalendarDay {
  return endedOn !== null && endedOn <= asOf ? endedOn : asOf;
}

function accountFor<Told extends Step>(calendar: WorkingCalendar, step: Told, asOf: CalendarDay): StepAccount<Told> {
  const end = endBy(step, asOf);
  const { startedOn, dueOn } = step;
  // What came too late to a step is not its own delay.
  const overFrom = dueOn !== null && dueOn < startedOn ? startedOn : dueOn;
  return {
    ...step,
    workingDaysUsed: workingDaysBetween(calendar, startedOn, end),
    workingDaysAllowed: dueOn === null ? null : workingDaysBetween(calendar, startedOn, dueOn),
    workingDaysOver: overFrom === null ? 0 : workingDaysBetween(calendar, overFrom, end),
  };
}
