import "server-only";
import { cache } from "react";
import { type CalendarEntry, compileCalendar, type WorkingCalendar } from "@/lib/sla";
import { queryRows } from "../db";
import { AppError } from "../errors";

type VersionRow = { version: number; first_year: number; last_year: number; entries: CalendarEntry[] };

/** The newest edition of a province's calendar, compiled. Throws `calendarYearMissing` when there is none. */
export const loadCalendar = cache(async (provinceId: number): Promise<WorkingCalendar> => {
  const [row] = await queryRows<VersionRow>(
    `SELECT v.version, v.first_year, v.last_year,
            coalesce((SELECT json_agg(json_build_object('day', d.day, 'kind', d.kind, 'name', d.name, 'basis', d.basis)
                                      ORDER BY d.day)
                        FROM calendar_day d WHERE d.version_id = v.id), '[]') AS entries
       FROM calendar_version v WHERE v.province_id = $1 ORDER BY v.version DESC LIMIT 1`,
    [provinceId],
    "load-calendar",
  );
  if (!row) throw new AppError("calendarYearMissing", {});
  return compileCalendar({
    version: row.version,
    firstYear: row.first_year,
    lastYear: row.last_year,
    entries: row.entries,
  });
});
