import "server-only";
import { cache } from "react";
import { keptRows } from "../kept-rows";
import { compileCalendars, type ProvinceCalendars } from "./compile-calendars";
import { type Database, loadEdition } from "./load-edition";
import { loadLocalUnits } from "./load-local-units";

const KEPT: Database = { query: async (text, values) => ({ rows: await keptRows(text, values) }) };

/** The calendars in force in a province; no year beyond the decreed ones unless asked for. Throws `calendarYearMissing` when there is none. */
export const loadCalendars = cache(
  async (provinceId: number, provisionalYears: number = 0): Promise<ProvinceCalendars> => {
    const edition = await loadEdition(KEPT, provinceId);
    return compileCalendars(edition, await loadLocalUnits(KEPT, provinceId, [edition]), provisionalYears);
  },
);
