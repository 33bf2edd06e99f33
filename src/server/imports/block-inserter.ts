import "server-only";
import type pg from "pg";
import { ENGINE_VERSION } from "@/lib/sla";
import type { Block, BlockWriter, MergeContext, WrittenBlock } from "./block";
import { copyPieces } from "./copy-pieces";
import { STAGED_COLUMNS } from "./staging";

const COLUMNS = [
  ...STAGED_COLUMNS,
  "province_id",
  "source_id",
  "batch_id",
  "as_of",
  "calendar_version",
  "engine_version",
];

const PAUSES_SQL = `
  INSERT INTO dossier_pause (province_id, dossier_id, from_on, until_on, reason, due_before_on, due_after_on)
  SELECT d.province_id, d.id, p."from", p.until, p.reason, p."dueBefore", p."dueAfter"
    FROM jsonb_to_recordset($4::jsonb) AS told(code text, pauses jsonb)
    JOIN dossier d ON d.province_id = $1 AND d.id BETWEEN $2 AND $3 AND d.code = told.code
   CROSS JOIN LATERAL jsonb_to_recordset(told.pauses)
           AS p("from" date, until date, reason dossier_status, "dueBefore" date, "dueAfter" date)`;

/** Writes dossiers of a source that had none before: each is new, and none need be looked for. */
export function blockInserter(client: pg.Client, context: MergeContext): BlockWriter {
  const { provinceId, sourceId, batchId, asOf, calendarVersion } = context;
  const constants = [provinceId, sourceId, batchId, asOf.toISOString(), calendarVersion, ENGINE_VERSION].join("\t");
  return {
    line: (_rowNumber, { values }) => `${values}\t${constants}\n`,
    write: (block) => insertBlock(client, block, context),
  };
}

async function insertBlock(client: pg.Client, block: Block, context: MergeContext): Promise<WrittenBlock> {
  const { pieces, rowNumbers, paused } = block;
  const first = await nextId(client);
  const inUnitOrder = [...pieces].sort(([a], [b]) => a - b).map(([, lines]) => lines);
  await copyPieces(client, "dossier", COLUMNS, inUnitOrder);
  const last = await nextId(client);
  if (paused.length > 0) {
    const told = paused.map(({ code, pauses }) => ({ code, pauses: JSON.parse(pauses) }));
    await client.query(PAUSES_SQL, [context.provinceId, first, last, JSON.stringify(told)]);
  }
  return {
    inserted: rowNumbers.length,
    updated: 0,
    unchanged: 0,
    newIds: { first, last },
    results: context.answersEach ? rowNumbers.map((rowNumber) => [rowNumber, "inserted"] as const) : [],
  };
}

/** A number that nothing else will have: what is inserted after it has greater ones. */
async function nextId(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ id: number }>("SELECT nextval('dossier_id_seq'::regclass) AS id");
  return rows[0]?.id ?? 0;
}
