import "server-only";
import type pg from "pg";
import type { CalendarDay, Pause } from "@/lib/sla";
import type { StoredPause } from "./stored-pause";

type PauseRow = Pause & { readonly dueBefore: CalendarDay | null; readonly dueAfter: CalendarDay | null };

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
       FROM dossier_pause p JOIN dossier d ON d.province_id = p.province_id AND d.id = p.dossier_id
      WHERE p.province_id = $1 AND d.source_id = $2 ${codes === null ? "" : "AND d.code = ANY($3)"} GROUP BY d.code`,
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
