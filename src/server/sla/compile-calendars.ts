import "server-only";
import { type CalendarEntry, compileCalendar, type WorkingCalendar } from "@/lib/sla";
import type { CalendarEdition, PlacedEntry } from "./load-edition";

/** The calendars of a province under one edition: plain data, fit to be sent to a worker. */
export type ProvinceCalendars = {
  readonly version: number;
  readonly province: WorkingCalendar;
  /** Of the units for which local entries hold; units with the same entries share one calendar. */
  readonly local: ReadonlyMap<number, WorkingCalendar>;
};

export type UnitPath = { readonly id: number; readonly path: string };

/**
 * Compiles an edition. `units` hold at least those with local entries and all below them. `provisionalYears`: years
 * after the last decreed one that may be counted in, marked as such. Throws the codes of `compileCalendar`.
 */
export function compileCalendars(
  edition: CalendarEdition,
  units: readonly UnitPath[],
  provisionalYears: number = 0,
): ProvinceCalendars {
  const { version, firstYear, lastYear } = edition;
  const entries = edition.entries.filter(({ unitId }) => unitId === null);
  const placed = new Map<number, PlacedEntry[]>();
  for (const entry of edition.entries) {
    if (entry.unitId !== null) placed.set(entry.unitId, [...(placed.get(entry.unitId) ?? []), entry]);
  }
  const local = new Map<number, WorkingCalendar>();
  const compiled = new Map<string, WorkingCalendar>();
  for (const { id, path } of placed.size === 0 ? [] : units) {
    const owners = ownersOf(path).filter((owner) => placed.has(owner));
    if (owners.length === 0) continue;
    const key = owners.join("/");
    const calendar =
      compiled.get(key) ??
      compileCalendar({
        version,
        firstYear,
        lastYear,
        provisionalYears,
        entries,
        localEntries: nearestEntries(owners.map((owner) => placed.get(owner) ?? [])),
      });
    compiled.set(key, calendar);
    local.set(id, calendar);
  }
  return { version, province: compileCalendar({ version, firstYear, lastYear, provisionalYears, entries }), local };
}

/** The ids in a unit's path: its own last, those above it before. */
export function ownersOf(path: string): number[] {
  return path.split("/").filter(Boolean).map(Number);
}

/** One entry a day: what the nearer unit says holds against the farther one, as it does against the province. */
export function nearestEntries(fromFarToNear: readonly (readonly CalendarEntry[])[]): CalendarEntry[] {
  return [...new Map(fromFarToNear.flat().map((entry) => [entry.day, entry])).values()];
}

/** The calendar of the unit that handles a dossier. */
export function calendarFor({ province, local }: ProvinceCalendars, unitId: number): WorkingCalendar {
  return local.get(unitId) ?? province;
}
