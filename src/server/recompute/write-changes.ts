import "server-only";
import type pg from "pg";
import { type DaySpan, ENGINE_VERSION } from "@/lib/sla";
import { beginMovements, gatherMovements, postMovements } from "../ledger/post-movements";
import { notePromises } from "../quality/note-quality-days";
import type { Judgement } from "./judge-dossier";

/** Makes the table in which changed dossiers wait until all are judged, for the length of the transaction. */
export async function createChanges(client: pg.ClientBase): Promise<void> {
  await client.query(
    `CREATE TEMP TABLE recomputed ON COMMIT DROP AS
     SELECT ''::text AS kind, id, computed_due_on, outcome, closed_on, counted, due_counted_on, due_met, paused_spans,
            overdue_spans FROM dossier WITH NO DATA`,
  );
}

/** Puts those that change aside; the rest is not written. */
export async function stageChanges(client: pg.ClientBase, judgements: readonly Judgement[]): Promise<void> {
  const rows = judgements.flatMap(({ dossier, computedDueOn, verdictChanges }) => {
    const { timeline } = dossier;
    if (timeline === null || (!verdictChanges && computedDueOn === dossier.computedDueOn)) return [];
    return {
      kind: verdictChanges ? "verdict" : "dueDay",
      id: dossier.id,
      computed_due_on: computedDueOn,
      outcome: timeline.outcome,
      closed_on: timeline.closedOn,
      counted: timeline.counted,
      due_counted_on: timeline.dueCountedOn,
      due_met: timeline.dueMet,
      paused_spans: multirange(timeline.pausedSpans),
      overdue_spans: multirange(timeline.overdueSpans),
    };
  });
  if (rows.length === 0) return;
  await client.query("INSERT INTO recomputed SELECT * FROM json_populate_recordset(NULL::recomputed, $1)", [
    JSON.stringify(rows),
  ]);
}

function multirange(spans: readonly DaySpan[]): string | null {
  if (spans.length === 0) return null;
  return `{${spans.map(({ from, until }) => `[${from},${until ?? ""})`).join(",")}}`;
}

/** Writes what was staged, and the ledger's differences where a verdict changed. Returns the dossiers written. */
export async function writeChanges(
  client: pg.ClientBase,
  provinceId: number,
  calendarVersion: number,
): Promise<number> {
  await client.query("ANALYZE recomputed (id)");
  await client.query(
    `CREATE TEMP TABLE change ON COMMIT DROP AS SELECT ${provinceId} AS province_id, id, kind FROM recomputed`,
  );
  await beginMovements(client);
  await gatherMovements(client, -1, ["verdict"]);
  const { rowCount } = await client.query(
    `UPDATE dossier d SET computed_due_on = r.computed_due_on, outcome = r.outcome, closed_on = r.closed_on,
            counted = r.counted, due_counted_on = r.due_counted_on, due_met = r.due_met,
            paused_spans = r.paused_spans, overdue_spans = r.overdue_spans, calendar_version = $2, engine_version = $3
       FROM recomputed r WHERE d.province_id = $1 AND d.id = r.id`,
    [provinceId, calendarVersion, ENGINE_VERSION],
  );
  await gatherMovements(client, 1, ["verdict"]);
  await postMovements(client);
  await notePromises(client);
  return rowCount ?? 0;
}
