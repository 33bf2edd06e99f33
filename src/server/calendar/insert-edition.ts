import "server-only";
import type pg from "pg";
import type { Viewer } from "@/lib/access/viewer";
import type { CalendarEdition } from "../sla/load-edition";

export type EditionOrigin = {
  readonly note: string;
  readonly restores: number | null;
  /** What `get-calendar.ts` tells of it later. */
  readonly effect: object;
};

/** Writes an edition with all its rows, in the client's transaction. No edition is ever written twice. */
export async function insertEdition(
  client: pg.ClientBase,
  { provinceId, userId }: Pick<Viewer, "provinceId" | "userId">,
  { version, firstYear, lastYear, entries }: CalendarEdition,
  { note, restores, effect }: EditionOrigin,
): Promise<void> {
  await client.query(
    `WITH edition AS (
       INSERT INTO calendar_version (province_id, version, first_year, last_year, created_by, note, restores, effect)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id
     )
     INSERT INTO calendar_day (version_id, day, kind, name, basis, unit_id)
     SELECT edition.id, d.day, d.kind, d.name, d.basis, d."unitId"
       FROM edition, json_to_recordset($9) AS d (day date, kind calendar_day_kind, name text, basis text, "unitId" int)`,
    [provinceId, version, firstYear, lastYear, userId, note, restores, JSON.stringify(effect), JSON.stringify(entries)],
  );
}
