import "server-only";
import type pg from "pg";
import { ENGINE_VERSION } from "@/lib/sla";
import { gatherInserted, gatherOfBlock } from "../ledger/post-movements";
import type { Block, BlockWriter, MergeContext, WrittenBlock } from "./block";
import { copyToStaging, putStagingRows } from "./block-staging";
import { type Kind, compareSql } from "./compare-sql";
import { keepChanged, keepConfirmed } from "./keep-before";
import type { RowResult } from "./row-result";
import { STAGED_COLUMNS } from "./staging";

type KindRow = { kind: Kind; count: number; first: number; last: number };

const FACTS = STAGED_COLUMNS.join(", ");
const STAGED_FACTS = STAGED_COLUMNS.map((column) => `s.${column}`).join(", ");
const ASSIGNMENTS = STAGED_COLUMNS.filter((column) => column !== "code").map((column) => `${column} = s.${column}`);

/** Dossiers of the block by their keys: as a list, which the planner does not think worth reading the whole table for. */
function idsOf(kind: Kind): string {
  return `ANY ((SELECT array_agg(id) FROM change WHERE kind = '${kind}')::bigint[])`;
}

/**
 * Writes new dossiers, changed ones unless the row in the database speaks for a later moment, nothing for the
 * rest. Gathers the movements of those that changed at once, those of new ones at the end, when all their
 * ids are known.
 */
export function blockMerger(client: pg.Client, context: MergeContext): BlockWriter {
  return {
    put: putStagingRows,
    write: (block) => mergeBlock(client, block, context),
    isFull: () => false,
    prepareEnd: () => async (newIds) => {
      if (newIds) await gatherInserted(client, context.provinceId, newIds);
    },
  };
}

async function mergeBlock(client: pg.Client, block: Block, context: MergeContext): Promise<WrittenBlock> {
  await copyToStaging(client, block);
  await client.query(compareSql(context));
  const { rows: kinds } = await client.query<KindRow>(
    "SELECT kind, count(*)::int, min(id) AS first, max(id) AS last FROM change GROUP BY kind",
  );
  const of = (kind: Kind): KindRow | undefined => kinds.find((row) => row.kind === kind);
  const [updated, inserted] = [of("updated"), of("inserted")];
  if (updated) await update(client, context);
  if (inserted) await insert(client, context);
  if (of("confirmed")) await confirm(client, context);
  if (updated || (inserted && block.paused.length > 0)) await writePauses(client, context);
  if (updated) await gatherOfBlock(client, 1, ["updated"]);
  return {
    inserted: inserted?.count ?? 0,
    updated: updated?.count ?? 0,
    newIds: inserted ? { first: inserted.first, last: inserted.last } : null,
    unchanged: (of("unchanged")?.count ?? 0) + (of("confirmed")?.count ?? 0),
    results: context.answersEach ? await readResults(client) : [],
  };
}

async function update(
  client: pg.ClientBase,
  { provinceId, batchId, asOf, calendarVersion }: MergeContext,
): Promise<void> {
  await gatherOfBlock(client, -1, ["updated"]);
  await keepChanged(client, batchId);
  await client.query(
    `UPDATE dossier d SET ${ASSIGNMENTS.join(", ")}, batch_id = $1, as_of = $2, calendar_version = $3, engine_version = $4
       FROM change c JOIN staging s ON s.row_number = c.row_number
      WHERE d.province_id = $5 AND d.id = ${idsOf("updated")} AND c.id = d.id`,
    [batchId, asOf, calendarVersion, ENGINE_VERSION, provinceId],
  );
}

async function insert(client: pg.ClientBase, context: MergeContext): Promise<void> {
  const { sourceId, batchId, asOf, calendarVersion } = context;
  await client.query(
    `INSERT INTO dossier (province_id, id, source_id, ${FACTS}, batch_id, as_of, calendar_version, engine_version)
     SELECT c.province_id, c.id, $1, ${STAGED_FACTS}, $2, $3, $4, $5
       FROM change c JOIN staging s ON s.row_number = c.row_number WHERE c.kind = 'inserted'`,
    [sourceId, batchId, asOf, calendarVersion, ENGINE_VERSION],
  );
}

/** A later export that says the same: an older one must not undo it afterwards. */
async function confirm(client: pg.ClientBase, { provinceId, batchId, asOf }: MergeContext): Promise<void> {
  await keepConfirmed(client, batchId);
  await client.query(`UPDATE dossier SET as_of = $1 WHERE province_id = $2 AND id = ${idsOf("confirmed")}`, [
    asOf,
    provinceId,
  ]);
}

async function writePauses(client: pg.ClientBase, { provinceId }: MergeContext): Promise<void> {
  await client.query(
    `DELETE FROM dossier_pause WHERE province_id = ${provinceId} AND dossier_id = ${idsOf("updated")};
     INSERT INTO dossier_pause (province_id, dossier_id, from_on, until_on, reason, due_before_on, due_after_on)
     SELECT c.province_id, c.id, p."from", p.until, p.reason, p."dueBefore", p."dueAfter"
       FROM change c JOIN staging s ON s.row_number = c.row_number
      CROSS JOIN LATERAL jsonb_to_recordset(s.pauses)
              AS p("from" date, until date, reason dossier_status, "dueBefore" date, "dueAfter" date)
      WHERE c.kind IN ('updated', 'inserted') AND s.pauses IS NOT NULL`,
  );
}

async function readResults(client: pg.ClientBase): Promise<WrittenBlock["results"]> {
  const { rows } = await client.query<{ row: number; kind: RowResult }>(
    "SELECT row_number AS row, kind FROM change WHERE kind IN ('inserted', 'updated')",
  );
  return rows.map(({ row, kind }) => [row, kind] as const);
}
