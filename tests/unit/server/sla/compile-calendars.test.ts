import { describe, expect, test } from "vitest";
import { isWorkingDay, parseDay } from "@/lib/sla";
import { calendarFor, compileCalendars } from "@/server/sla/compile-calendars";
import type { CalendarEdition, PlacedEntry } from "@/server/sla/load-edition";

// 19/10/2020 is a Monday, 24/10/2020 a Saturday.
const MONDAY = parseDay("2020-10-19");
const SATURDAY = parseDay("2020-10-24");
const UNITS = [
  { id: 7, path: "/1/7/" },
  { id: 79, path: "/1/79/" },
  { id: 71, path: "/1/7/71/" },
];

const entry = (unitId: number | null, day: string, kind: "off" | "work"): PlacedEntry => ({
  day: parseDay(day),
  kind,
  unitId,
  name: "thử",
  basis: "thử",
});
const edition = (...entries: PlacedEntry[]): CalendarEdition => ({
  version: 4,
  firstYear: 2020,
  lastYear: 2020,
  entries,
});

describe("the calendar of the unit that handles a dossier", () => {
  test("is the province's for a unit without entries, and not compiled again", () => {
    const calendars = compileCalendars(edition(entry(null, MONDAY, "off")), UNITS);
    expect(calendars.local.size).toBe(0);
    expect(calendarFor(calendars, 7)).toBe(calendars.province);
    expect(isWorkingDay(calendars.province, MONDAY)).toBe(false);
  });

  test("has the entries of the unit above it; unit 79 is not under unit 7", () => {
    const calendars = compileCalendars(edition(entry(7, MONDAY, "off")), UNITS);
    const works = (unitId: number) => isWorkingDay(calendarFor(calendars, unitId), MONDAY);
    expect([7, 71, 79].map(works)).toEqual([false, false, true]);
    expect(calendarFor(calendars, 71)).toBe(calendarFor(calendars, 7));
    expect(calendars.version).toBe(4);
  });

  test("follows the nearest unit, then the farther one, then the province", () => {
    const calendars = compileCalendars(
      edition(
        entry(null, SATURDAY, "work"),
        entry(7, SATURDAY, "off"),
        entry(71, SATURDAY, "work"),
        entry(71, MONDAY, "off"),
      ),
      UNITS,
    );
    const works = (unitId: number, day: typeof MONDAY) => isWorkingDay(calendarFor(calendars, unitId), day);
    expect([79, 7, 71].map((unitId) => works(unitId, SATURDAY))).toEqual([true, false, true]);
    expect([79, 7, 71].map((unitId) => works(unitId, MONDAY))).toEqual([true, true, false]);
  });
});
