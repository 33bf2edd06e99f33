import "server-only";
import { compareDays, formatDay } from "@/lib/sla";
import { AppError } from "../errors";
import type { CalendarEdition, PlacedEntry } from "../sla/load-edition";
import type { CalendarEdit } from "@/lib/calendar-edits";

type Place = Pick<PlacedEntry, "day" | "unitId">;

/**
 * The edition after the edits, with the next number: years are opened first, then entries go, then entries come.
 * Throws `calendarYearNotNext`, `calendarYearEmpty`, `calendarDayMissing`, `calendarDayOutside`,
 * `calendarDayTaken`, `calendarNoName`, `calendarNoDocument`.
 */
export function applyEdits(edition: CalendarEdition, edits: readonly CalendarEdit[]): CalendarEdition {
  const lastYear = openYears(edition.lastYear, edits);
  const entries = [...edition.entries];
  for (const edit of edits) {
    if (edit.action !== "remove") continue;
    const at = entries.findIndex((entry) => isSamePlace(entry, edit));
    if (at < 0) throw new AppError("calendarDayMissing", { day: edit.day });
    entries.splice(at, 1);
  }
  for (const edit of edits) {
    if (edit.action !== "add") continue;
    const { action: _, ...entry } = edit;
    checkEntry(entry, edition.firstYear, lastYear);
    const taken = entries.find((other) => isSamePlace(other, entry));
    if (taken) throw new AppError("calendarDayTaken", { day: entry.day, name: taken.name });
    entries.push(entry);
  }
  for (let year = edition.lastYear + 1; year <= lastYear; year++) {
    if (!entries.some(({ day, kind }) => kind === "off" && day.startsWith(`${year}-`))) {
      throw new AppError("calendarYearEmpty", { year });
    }
  }
  entries.sort((a, b) => compareDays(a.day, b.day) || (a.unitId ?? 0) - (b.unitId ?? 0));
  return { version: edition.version + 1, firstYear: edition.firstYear, lastYear, entries };
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.day === b.day && a.unitId === b.unitId;
}

function openYears(lastYear: number, edits: readonly CalendarEdit[]): number {
  const opened = edits.flatMap((edit) => (edit.action === "openYear" ? [edit.year] : [])).sort((a, b) => a - b);
  let last = lastYear;
  for (const year of opened) {
    if (year !== last + 1) throw new AppError("calendarYearNotNext", { year, next: last + 1 });
    last = year;
  }
  return last;
}

function checkEntry({ day, name, basis }: PlacedEntry, firstYear: number, lastYear: number): void {
  if (day < formatDay(firstYear, 1, 1) || day > formatDay(lastYear, 12, 31)) {
    throw new AppError("calendarDayOutside", { day, firstYear, lastYear });
  }
  if (name === "") throw new AppError("calendarNoName", { day });
  if (basis === "") throw new AppError("calendarNoDocument", { day });
}
