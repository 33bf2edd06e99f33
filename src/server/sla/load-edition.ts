import "server-only";
import type pg from "pg";
import type { CalendarEntry } from "@/lib/sla";
import { AppError } from "../errors";

/** An entry of one unit and everything below it; `unitId` null: of the whole province. */
export type PlacedEntry = CalendarEntry & { readonly unitId: number | null };

/** One edition of a province's calendar, as it is written down. */
export type CalendarEdition = {
  readonly version: number;
  readonly firstYear: number;
  readonly lastYear: number;
  /** By day, the province's entry first. */
  readonly entries: readonly PlacedEntry[];
};

/** Anything that runs a statement: a connection in the middle of its transaction, or answers that are kept. */
export type Database = {
  query<Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<{ readonly rows: readonly Row[] }>;
};

/** An edition by its number, or the newest (null), which is the one in force. Throws `calendarYearMissing` without one. */
export async function loadEdition(
  db: Database,
  provinceId: number,
  version: number | null = null,
): Promise<CalendarEdition> {
  const { rows } = await db.query<CalendarEdition>(
    `SELECT v.version, v.first_year AS "firstYear", v.last_year AS "lastYear",
            coalesce((SELECT json_agg(json_build_object('day', d.day, 'kind', d.kind, 'name', d.name,
                                                        'basis', d.basis, 'unitId', d.unit_id)
                                      ORDER BY d.day, d.unit_id NULLS FIRST)
                        FROM calendar_day d WHERE d.version_id = v.id), '[]') AS entries
       FROM calendar_version v WHERE v.province_id = $1 AND ($2::int IS NULL OR v.version = $2)
      ORDER BY v.version DESC LIMIT 1`,
    [provinceId, version],
  );
  const [row] = rows;
  if (!row) throw new AppError("calendarYearMissing", {});
  return row;
}
