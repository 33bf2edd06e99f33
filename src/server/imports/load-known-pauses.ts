import "server-only";
import type pg from "pg";
import type { CalendarDay, Pause } from "@/lib/sla";
import type { StoredPause } from "./stored-pause";

type PauseRow = Pause & { readonly dueBefore: CalendarDay | null; readonly dueAfter: CalendarDay | null };

// Each is looked up by its own key, whatever the planner believes: of tables without statistics it expects a single row,
// and would read all dossiers of the source for each pause, or all pauses of the province for each code.
const ALL = `dossier_pause p
      CROSS JOIN LATERAL (SELECT code, source_id FROM dossier
                           WHERE province_id = p.province_id AND id = p.dossier_id LIMIT 1) d
      WHERE p.province_id = $1 AND d.source_id = $2`;
const OF_CODES = `(SELECT DISTINCT unnest($3::text[]) AS code) told
      CROSS JOIN LATERAL (SELECT id, code FROM dossier
                           WHERE province_id = $1 AND source_id = $2 AND code = told.code LIMIT 1) d
      CROSS JOIN LATERAL (SELECT * FROM dossier_pause WHERE province_id = $1 AND dossier_id = d.id OFFSET 0) p`;

/** Pauses already stored for a source's dossiers, or for those of the given codes, by dossier code. */
export async function loadKnownPauses(
  client: pg.ClientBase,
  provinceId: number,
  sourceId: number,
  codes: readonly string[] | null,
): Promise<ReadonlyMap<string, readonly StoredPause[]>> {
  const { rows } = await client.query<{ code: string; pauses: PauseRow[] }>(
    `SELECT d.code, json_agg(json_build_object('from', p.from_on, 'until', p.until_on, 'reason', p.reason,
                                               'dueBefore', p.due_before_on, 'dueAfter', p.due_after_on)
                             ORDER BY p.from_on) AS pauses
       FROM ${codes === null ? ALL : OF_CODES} GROUP BY d.code`,
    codes === null ? [provinceId, sourceId] : [provinceId, sourceId, codes],
  );
  return new Map(rows.map(({ code, pauses }) => [code, pauses.map(toStored)]));
}

/** Without the days that no request named, so that equal pauses read equal however they came. */
function toStored({ from, until, reason, dueBefore, dueAfter }: PauseRow): StoredPause {
  return {
    from,
    until,
    reason,
    ...(dueBefore === null ? {} : { dueBefore }),
    ...(dueAfter === null ? {} : { dueAfter }),
  };
}
