import "server-only";
import type pg from "pg";
import { beginMovements, gatherInserted, type IdRange, postMovements } from "../ledger/post-movements";
import { calendarFor } from "../sla/compile-calendars";
import { loadCalendars } from "../sla/load-calendars";
import { Contested } from "./contested";
import { loadKnownPauses } from "./load-known-pauses";
import { createStaging } from "./block-staging";
import { Merger } from "./merger";
import type { RowProblem } from "./row-problem";
import type { RowResult } from "./row-result";
import { type DossierSource, isProblems } from "./row-source";
import type { BatchReference } from "./run-batch";
import { SeenCodes } from "./seen-codes";
import { stagingLine } from "./staging";

export type WrittenRows = {
  readonly rowsRead: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly problems: readonly RowProblem[];
  readonly results: ReadonlyMap<number, RowResult>;
  /** Range of the ids of inserted dossiers. */
  readonly newIds: IdRange | null;
};

type WriteOptions = {
  readonly answersEach: boolean;
  readonly onProgress: (rowsRead: number) => void;
  /** Reads the same source from its beginning. */
  readonly reopen: () => Promise<DossierSource>;
};

/**
 * Writes the dossiers a source tells of. While PostgreSQL merges one block of rows the next is read. A code
 * that stands in rows of different content is found only when the later row is read: then what was written is
 * taken back and the source read again, with those codes held apart.
 */
export async function writeDossiers(
  client: pg.Client,
  batch: BatchReference,
  source: DossierSource,
  options: WriteOptions,
): Promise<WrittenRows> {
  await client.query("SAVEPOINT unread");
  const first = await readOnce(client, batch, source, options, new Contested(new Set()));
  if (first.contradicted.size === 0) return first.written;
  await client.query("ROLLBACK TO SAVEPOINT unread");
  const again = await readOnce(client, batch, await options.reopen(), options, new Contested(first.contradicted));
  return again.written;
}

async function readOnce(
  client: pg.Client,
  batch: BatchReference,
  source: DossierSource,
  { answersEach, onProgress }: WriteOptions,
  contested: Contested,
): Promise<{ written: WrittenRows; contradicted: ReadonlySet<string> }> {
  const calendars = await loadCalendars(batch.provinceId);
  const knownPauses = await loadKnownPauses(client, batch.provinceId, batch.sourceId, source.codes);
  const isFirst = !(await hasDossiers(client, batch));
  await createStaging(client);
  await beginMovements(client);
  const merger = new Merger(client, { ...batch, calendarVersion: calendars.version, answersEach }, isFirst);
  const seen = new SeenCodes();
  const contradicted = new Set<string>();
  const problems: RowProblem[] = [];
  let rowsRead = 0;
  let repeated = 0;
  try {
    for await (const chunk of source.chunks) {
      for (const told of chunk) {
        rowsRead += 1;
        if (isProblems(told)) {
          problems.push(...told);
          continue;
        }
        const { draft } = told;
        const pauses = told.pauses(knownPauses.get(draft.code) ?? []);
        const staged = stagingLine(draft, pauses, calendarFor(calendars, draft.unitId));
        if (contested.hold(draft, staged)) continue;
        const place = seen.add(draft.code, staged.content);
        if (place === "different") contradicted.add(draft.code);
        else if (place === "same") repeated += 1;
        else merger.add(draft, staged);
      }
      // Once a contradiction is known, all that was merged will be taken back.
      if (contradicted.size === 0) await merger.writeFull();
      onProgress(rowsRead);
    }
    const { rows, agreed, conflicts } = contested.settle(source.codeColumn);
    for (const { draft, staged } of rows) merger.add(draft, staged);
    if (contradicted.size === 0) await merger.writeRest();
    problems.push(...conflicts);
    repeated += agreed;
  } finally {
    await merger.settled();
  }
  if (contradicted.size === 0 && merger.newIds) await gatherInserted(client, batch.provinceId, merger.newIds);
  if (contradicted.size === 0 && merger.inserted + merger.updated > 0) await postMovements(client);
  const { inserted, updated, results, newIds } = merger;
  const unchanged = merger.unchanged + repeated;
  return { written: { rowsRead, inserted, updated, unchanged, problems, results, newIds }, contradicted };
}

async function hasDossiers(client: pg.ClientBase, { provinceId, sourceId }: BatchReference): Promise<boolean> {
  const { rows } = await client.query<{ exists: boolean }>(
    "SELECT EXISTS (SELECT FROM dossier WHERE province_id = $1 AND source_id = $2)",
    [provinceId, sourceId],
  );
  return rows[0]?.exists === true;
}
