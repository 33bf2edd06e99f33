import "server-only";
import type pg from "pg";
import type { ImportWarning } from "@/lib/import-preview";
import type { RowProblem } from "../row-problem";
import type { BatchReference } from "../run-batch";
import type { LastExport } from "./last-export";
import { findMassClosing } from "./find-mass-closing";
import { findUnusualVolumes } from "./find-unusual-volumes";

/** Of what is named, so many are named; all are counted. */
const NAMED = 10;
/** Merged and withdrawn codes make an export that holds everything a little smaller; more than that was left out. */
const SMALLER_BY = 0.02;
/** A file that tells of less than half of the last one's dossiers is an excerpt: what it leaves out has not vanished. */
const WHOLE_FROM = 0.5;

type Told = { readonly rowsRead: number; readonly problems: readonly RowProblem[] };

/** What a clerk should look at before confirming. Nothing of it forbids to confirm. */
export async function findWarnings(
  client: pg.ClientBase,
  batch: BatchReference,
  last: LastExport | null,
  told: Told,
): Promise<ImportWarning[]> {
  const found = [
    fewer(last, told),
    last && (await findMissingUnits(client, batch, last)),
    last && (await findVanished(client, batch, last, told)),
    await findUnusualVolumes(client, batch),
    await findMovedDues(client, batch),
    await findMassClosing(client, batch),
  ];
  return found.flatMap((warning) => warning ?? []);
}

function fewer(last: LastExport | null, { rowsRead }: Told): ImportWarning | null {
  if (!last || rowsRead >= last.rowsRead * (1 - SMALLER_BY)) return null;
  return { code: "fewerDossiers", count: rowsRead, last: last.rowsRead, lastOn: last.asOfOn };
}

/** What a newer file tells of has its as-of moment: a unit without such a dossier is not in the file. */
async function findMissingUnits(
  client: pg.ClientBase,
  { provinceId, sourceId, asOf }: BatchReference,
  { unitIds }: LastExport,
): Promise<ImportWarning | null> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT u.name FROM unit u
      WHERE u.id = ANY($4::int[]) AND u.id NOT IN (
        SELECT d.unit_id FROM dossier d WHERE d.province_id = $1 AND d.source_id = $2 AND d.as_of = $3)
      ORDER BY u.name, u.id`,
    [provinceId, sourceId, asOf, unitIds],
  );
  if (rows.length === 0) return null;
  return { code: "unitsMissing", count: rows.length, names: rows.slice(0, NAMED).map(({ name }) => name) };
}

/** Dossiers of the last export that the file passes over, received since the first day it tells of; rejected rows tell too. */
async function findVanished(
  client: pg.ClientBase,
  { provinceId, sourceId, batchId, asOf }: BatchReference,
  last: LastExport,
  { problems }: Told,
): Promise<ImportWarning | null> {
  const { rows } = await client.query<{ count: number; again: number; codes: string[] | null }>(
    `WITH gone AS (
       SELECT d.code FROM dossier d
        WHERE d.province_id = $1 AND d.source_id = $2 AND d.as_of = $4 AND d.code <> ALL($6::text[])
          AND d.received_on >= (SELECT min(t.received_on) FROM dossier t
                                 WHERE t.province_id = $1 AND t.source_id = $2 AND t.as_of = $5)
     )
     SELECT (SELECT count(*)::int FROM gone) AS count,
            (SELECT count(*)::int FROM dossier_before WHERE province_id = $1 AND batch_id = $3 AND as_of = $4) AS again,
            (SELECT array_agg(code ORDER BY code) FROM (SELECT code FROM gone ORDER BY code LIMIT ${NAMED}) AS first) AS codes`,
    [provinceId, sourceId, batchId, last.asOf, asOf, problems.flatMap(({ dossierCode }) => dossierCode ?? [])],
  );
  const { count = 0, again = 0, codes = [] } = rows[0] ?? {};
  if (count === 0 || again < WHOLE_FROM * (again + count)) return null;
  return { code: "dossiersVanished", count, codes: codes ?? [] };
}

/** Due days that lay before the day the dossier was last told of, and are later now: moved when they had passed. */
async function findMovedDues(
  client: pg.ClientBase,
  { provinceId, batchId }: BatchReference,
): Promise<ImportWarning | null> {
  const { rows } = await client.query<{ code: string; count: number }>(
    `SELECT d.code, count(*) OVER ()::int AS count
       FROM dossier_before b JOIN dossier d ON d.province_id = b.province_id AND d.id = b.dossier_id
      WHERE b.province_id = $1 AND b.batch_id = $2 AND b.content IS NOT NULL
        AND d.due_on > (b.content ->> 'due_on')::date AND (b.content ->> 'due_on')::date < b.as_of::date
      ORDER BY d.code LIMIT ${NAMED}`,
    [provinceId, batchId],
  );
  const [first] = rows;
  return first ? { code: "dueMovedAfterPassing", count: first.count, codes: rows.map(({ code }) => code) } : null;
}
