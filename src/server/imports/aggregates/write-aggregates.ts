import "server-only";
import type pg from "pg";
import type { AggregateCounts } from "@/lib/aggregates/columns";
import { isProblems, type AggregateSource } from "../row-source";
import type { RowProblem } from "../row-problem";
import type { RowResult } from "../row-result";
import type { BatchReference } from "../run-batch";
import type { AggregateDraft } from "./read-table";

export type WrittenAggregates = {
  readonly rowsRead: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly problems: readonly RowProblem[];
  readonly results: ReadonlyMap<number, RowResult>;
};

type Held = { unitId: number; fieldName: string; counts: AggregateCounts; asOf: Date };

/** What holds of a source, unit and period: the rows of the newest batch that told of the unit as a whole. */
const HELD_SQL = `
  SELECT f.unit_id AS "unitId", f.field_name AS "fieldName", f.counts, f.as_of AS "asOf"
    FROM aggregate_figure f
   WHERE f.province_id = $1 AND f.source_id = $2 AND f.from_on = $3 AND f.to_on = $4 AND f.unit_id = ANY($5)
     AND NOT EXISTS (SELECT FROM aggregate_figure n
                      WHERE n.province_id = f.province_id AND n.source_id = f.source_id AND n.from_on = f.from_on
                        AND n.to_on = f.to_on AND n.unit_id = f.unit_id AND (n.as_of, n.batch_id) > (f.as_of, f.batch_id))`;

const WRITE_SQL = `
  INSERT INTO aggregate_figure (province_id, source_id, from_on, to_on, batch_id, as_of, unit_id, field_name, counts)
  SELECT $1, $2, $3, $4, $5, $6, t.unit_id, t.field_name, t.counts
    FROM jsonb_to_recordset($7::jsonb) AS t(unit_id int, field_name text, counts jsonb)
  ON CONFLICT DO NOTHING`;

/**
 * Writes a table beside those told before: its rows hold from now on, and are gone when the batch is undone. Of a unit
 * that it does not tell of as a whole (the corrected rows of a form by field) it takes along what is held besides. A
 * table older than what is held changes nothing.
 */
export async function writeAggregates(
  client: pg.ClientBase,
  { provinceId, sourceId, batchId, asOf }: BatchReference,
  { rows, note }: AggregateSource,
): Promise<WrittenAggregates> {
  const drafts = rows.filter((row): row is AggregateDraft => !isProblems(row));
  const { from, to } = note.period;
  const unitIds = [...new Set(drafts.map(({ unitId }) => unitId))];
  const held = await client.query<Held>(HELD_SQL, [provinceId, sourceId, from, to, unitIds]);
  const known = new Map(held.rows.map((row) => [keyOf(row), row.counts]));
  const isNewer = new Set(held.rows.filter((row) => row.asOf > asOf).map(({ unitId }) => unitId));
  const results = new Map<number, RowResult>();
  for (const draft of drafts) {
    const before = known.get(keyOf(draft));
    const isSame = isNewer.has(draft.unitId) || (before !== undefined && areEqual(before, draft.counts));
    results.set(draft.rowNumber, isSame ? "unchanged" : before === undefined ? "inserted" : "updated");
    known.set(keyOf(draft), isSame && before ? before : draft.counts);
  }
  const isWhole = new Set(drafts.filter(({ fieldName }) => fieldName === "").map(({ unitId }) => unitId));
  const isTold = new Set(drafts.map(keyOf));
  const kept = held.rows.filter((row) => !isWhole.has(row.unitId) && !isTold.has(keyOf(row)));
  const told = [...drafts, ...kept]
    .filter(({ unitId }) => !isNewer.has(unitId))
    .map(({ unitId, fieldName, counts }) => ({ unit_id: unitId, field_name: fieldName, counts }));
  await client.query(WRITE_SQL, [provinceId, sourceId, from, to, batchId, asOf, JSON.stringify(told)]);
  const count = (kind: RowResult): number => [...results.values()].filter((result) => result === kind).length;
  return {
    rowsRead: rows.length,
    inserted: count("inserted"),
    updated: count("updated"),
    unchanged: count("unchanged"),
    problems: rows.filter(isProblems).flat(),
    results,
  };
}

function keyOf({ unitId, fieldName }: Pick<Held, "unitId" | "fieldName">): string {
  return `${unitId} ${fieldName}`;
}

function areEqual(a: AggregateCounts, b: AggregateCounts): boolean {
  const sorted = (counts: AggregateCounts): string => JSON.stringify(Object.entries(counts).sort());
  return sorted(a) === sorted(b);
}
