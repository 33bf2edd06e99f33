import "server-only";
import type pg from "pg";
import type { CalendarDay } from "@/lib/sla";
import type { BatchReference } from "../run-batch";

/** The file of a source that was applied last: what a new one is compared with. */
export type LastExport = {
  readonly asOf: Date;
  readonly asOfOn: CalendarDay;
  readonly rowsRead: number;
  /** Units of the dossiers that nothing newer has told of. */
  readonly unitIds: readonly number[];
};

/** Null before the first file, and for a file that is no newer: it says what is past. What was sent by a system is no export. */
export async function readLastExport(
  client: pg.ClientBase,
  { provinceId, sourceId, asOf }: BatchReference,
): Promise<LastExport | null> {
  const { rows } = await client.query<Omit<LastExport, "unitIds">>(
    `SELECT as_of AS "asOf", as_of_on AS "asOfOn", rows_read AS "rowsRead" FROM import_batch
      WHERE province_id = $1 AND source_id = $2 AND state = 'applied' AND api_token_id IS NULL AND NOT holds_aggregates
      ORDER BY as_of DESC, id DESC LIMIT 1`,
    [provinceId, sourceId],
  );
  const [last] = rows;
  if (!last || last.asOf >= asOf) return null;
  const { rows: units } = await client.query<{ id: number }>(
    "SELECT DISTINCT unit_id AS id FROM dossier WHERE province_id = $1 AND source_id = $2 AND as_of = $3",
    [provinceId, sourceId, last.asOf],
  );
  return { ...last, unitIds: units.map(({ id }) => id) };
}
