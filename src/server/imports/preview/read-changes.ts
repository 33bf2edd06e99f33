import "server-only";
import type pg from "pg";
import {
  type ChangedDossier,
  CHANGED_FIELDS,
  type FieldChange,
  type ImportPreview,
  SHOWN_CHANGES,
} from "@/lib/import-preview";
import type { BatchReference } from "../run-batch";

type StoredChange = { code: string; unitName: string; before: Facts; after: Facts };
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

const changesSql = ({ provinceId, batchId }: BatchReference): string => `
  SELECT n.code, n.unit_name AS "unitName", ${factsSql("n.before", "n.pauses_before")} AS before,
         ${factsSql("n.after", "n.pauses_after")} AS after
    FROM (
      SELECT d.code, u.name AS unit_name, b.content AS before, to_jsonb(d) AS after, b.pauses AS pauses_before,
             (SELECT jsonb_agg(to_jsonb(p)) FROM dossier_pause p
               WHERE p.province_id = d.province_id AND p.dossier_id = d.id) AS pauses_after
        FROM dossier_before b
        JOIN dossier d ON d.province_id = b.province_id AND d.id = b.dossier_id
        JOIN unit u ON u.id = d.unit_id
       WHERE b.province_id = ${Number(provinceId)} AND b.batch_id = ${Number(batchId)} AND b.content IS NOT NULL
       ORDER BY d.code
    ) AS n`;

/** Takes all the dossiers that a batch changed, by their codes. */
export type KeepChanges = (dossiers: AsyncIterable<ChangedDossier>) => Promise<void>;

/** The first dossiers that a batch changed, each with what it said before and says now; all of them go to `keep`. */
export async function readChanges(
  client: pg.ClientBase,
  batch: BatchReference,
  keep: KeepChanges = async () => {},
): Promise<ImportPreview["changes"]["dossiers"]> {
  // Such a statement takes no parameters.
  await client.query(`DECLARE changed_dossier NO SCROLL CURSOR FOR ${changesSql(batch)}`);
  const first = await fetchChanges(client);
  await keep(allChanges(client, first));
  await client.query("CLOSE changed_dossier");
  return first;
}

async function* allChanges(client: pg.ClientBase, first: readonly ChangedDossier[]): AsyncGenerator<ChangedDossier> {
  for (let dossiers = first; dossiers.length > 0; dossiers = await fetchChanges(client)) yield* dossiers;
}

async function fetchChanges(client: pg.ClientBase): Promise<ChangedDossier[]> {
  const { rows } = await client.query<StoredChange>(`FETCH ${SHOWN_CHANGES} FROM changed_dossier`);
  return rows.map(({ code, unitName, before, after }) => ({ code, unitName, fields: changedFields(before, after) }));
}

function changedFields(before: Facts, after: Facts): FieldChange[] {
  return CHANGED_FIELDS.flatMap((field) =>
    before[field] === after[field] ? [] : [{ field, before: before[field], after: after[field] }],
  );
}
