import "server-only";
import { type CalendarDay, type CalendarProblem, checkCalendar } from "@/lib/sla";
import { AppError } from "../errors";
import { nearestEntries, ownersOf, type UnitPath } from "../sla/compile-calendars";
import type { CalendarEdition } from "../sla/load-edition";

/** Something that may be published all the same, but may be a slip. */
export type CalendarWarning = { readonly code: "alreadyOff"; readonly day: CalendarDay };

/**
 * What the engine finds wrong with an edition that was not wrong before. Throws `calendarMakeUpOfNothing` and
 * `calendarNoDocument`; returns what is only odd.
 */
export function checkEdition(
  before: CalendarEdition,
  after: CalendarEdition,
  units: readonly UnitPath[],
): CalendarWarning[] {
  const known = new Set(problemsOf(before, units).map(keyOf));
  const warnings: CalendarWarning[] = [];
  for (const problem of problemsOf(after, units)) {
    if (known.has(keyOf(problem))) continue;
    const { day } = problem;
    switch (problem.code) {
      case "makeUpOfWorkingDay":
        throw new AppError("calendarMakeUpOfNothing", { day });
      case "withoutDocument":
        throw new AppError("calendarNoDocument", { day });
      case "outsideYears":
        throw new AppError("calendarDayOutside", { day, firstYear: after.firstYear, lastYear: after.lastYear });
      case "contradicts":
        throw new AppError("calendarDayTaken", { day });
      case "alreadyOff":
        warnings.push({ code: problem.code, day });
    }
  }
  return warnings;
}

type PlacedProblem = CalendarProblem & { readonly unitId: number | null };

function keyOf({ unitId, day, code }: PlacedProblem): string {
  return `${unitId}/${day}/${code}`;
}

/** Each place is checked against what holds there without its own entries. */
function problemsOf(edition: CalendarEdition, units: readonly UnitPath[]): PlacedProblem[] {
  const { version, firstYear, lastYear, entries } = edition;
  const of = (unitId: number | null) => entries.filter((entry) => entry.unitId === unitId);
  const years = { version, firstYear, lastYear };
  const places = new Set(entries.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])));
  const local = [...places].flatMap((unitId) => {
    const path = units.find(({ id }) => id === unitId)?.path ?? "";
    const above = ownersOf(path).filter((owner) => owner !== unitId);
    const under = nearestEntries([of(null), ...above.map(of)]);
    return checkCalendar({ ...years, entries: under, localEntries: of(unitId) }).map((problem) => ({
      ...problem,
      unitId,
    }));
  });
  return [...checkCalendar({ ...years, entries: of(null) }).map((problem) => ({ ...problem, unitId: null })), ...local];
}
