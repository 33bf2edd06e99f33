import "server-only";
import { cache } from "react";
import { database } from "../db";
import { compileCalendars, type ProvinceCalendars } from "./compile-calendars";
import { loadEdition } from "./load-edition";
import { loadLocalUnits } from "./load-local-units";

/** The calendars in force in a province; no year beyond the decreed ones unless asked for. Throws `calendarYearMissing` when there is none. */
export const loadCalendars = cache(
  async (provinceId: number, provisionalYears: number = 0): Promise<ProvinceCalendars> => {
    const { pool } = database();
    const edition = await loadEdition(pool, provinceId);
    return compileCalendars(edition, await loadLocalUnits(pool, provinceId, [edition]), provisionalYears);
  },
);
