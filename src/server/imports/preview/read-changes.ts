import "server-only";
import type pg from "pg";
import { CHANGED_FIELDS, type FieldChange, type ImportPreview, SHOWN_CHANGES } from "@/lib/import-preview";
import type { BatchReference } from "../run-batch";

type Facts = Readonly<Record<(typeof CHANGED_FIELDS)[number], string | null>>;

/** "2020-11-02T08:14:00+07:00", in the zone of the province, as the transaction has it → "2020-11-02T08:14:00". */
function momentSql(of: string, name: string): string {
  return `coalesce(left(${of} ->> '${name}_at', 19), ${of} ->> '${name}_on')`;
}

function pausesSql(of: string): string {
  return `(SELECT string_agg(p ->> 'from_on' || coalesce('/' || (p ->> 'until_on'), '/'), ' ' ORDER BY p ->> 'from_on')
             FROM jsonb_array_elements(CASE jsonb_typeof(${of}) WHEN 'array' THEN ${of} END) AS p)`;
}

function factsSql(row: string, pauses: string): string {
  return `jsonb_build_object(
    'status', ${row} ->> 'status',
    'unit', (SELECT name FROM unit WHERE id = (${row} ->> 'unit_id')::int),
    'receivingUnit', (SELECT name FROM unit WHERE id = (${row} ->> 'receiving_unit_id')::int),
    'procedure', (SELECT code || ' ' || name FROM procedure WHERE id = (${row} ->> 'procedure_id')::int),
    'channel', ${row} ->> 'channel',
    'received', ${momentSql(row, "received")},
    'due', ${momentSql(row, "due")},
    'extendedDue', ${row} ->> 'extended_due_on',
    'finished', ${momentSql(row, "finished")},
    'handedOver', ${row} ->> 'handed_over_on',
    'officer', ${row} ->> 'officer',
    'pauses', ${pausesSql(pauses)})`;
}

const CHANGES_SQL = `
  SELECT n.code, n.unit_name AS "unitName", ${factsSql("n.before", "n.pauses_before")} AS before,
         ${factsSql("n.after", "n.pauses_after")} AS after
    FROM (
      SELECT d.code, u.name AS unit_name, b.content AS before, to_jsonb(d) AS after, b.pauses AS pauses_before,
             (SELECT jsonb_agg(to_jsonb(p)) FROM dossier_pause p
               WHERE p.province_id = d.province_id AND p.dossier_id = d.id) AS pauses_after
        FROM dossier_before b
        JOIN dossier d ON d.province_id = b.province_id AND d.id = b.dossier_id
        JOIN unit u ON u.id = d.unit_id
       WHERE b.province_id = $1 AND b.batch_id = $2 AND b.content IS NOT NULL
       ORDER BY d.code LIMIT ${SHOWN_CHANGES}
    ) AS n
   ORDER BY n.code`;

/** The first dossiers that a batch changed, each with what it said before and says now. */
export async function readChanges(
  client: pg.ClientBase,
  { provinceId, batchId }: BatchReference,
): Promise<ImportPreview["changes"]["dossiers"]> {
  const { rows } = await client.query<{ code: string; unitName: string; before: Facts; after: Facts }>(CHANGES_SQL, [
    provinceId,
    batchId,
  ]);
  return rows.map(({ code, unitName, before, after }) => ({ code, unitName, fields: changedFields(before, after) }));
}

function changedFields(before: Facts, after: Facts): FieldChange[] {
  return CHANGED_FIELDS.flatMap((field) =>
    before[field] === after[field] ? [] : [{ field, before: before[field], after: after[field] }],
  );
}
