import "server-only";
import type pg from "pg";
import { beginMovements, type IdRange, postMovements } from "../ledger/post-movements";
import { calendarFor } from "../sla/compile-calendars";
import { ComputedDueDays } from "../sla/computed-due-days";
import { loadCalendars } from "../sla/load-calendars";
import { createStaging } from "./block-staging";
import { Contested } from "./contested";
import { loadKnownPauses } from "./load-known-pauses";
import { Merger } from "./merger";
import type { RowProblem } from "./row-problem";
import type { RowResult } from "./row-result";
import { type DossierSource, isProblems, type ToldDossier } from "./row-source";
import type { BatchReference } from "./run-batch";
import { SeenCodes } from "./seen-codes";
import { type StagedDossier, stageDossier } from "./staging";
import type { StoredPause } from "./stored-pause";

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

const NO_PAUSES: readonly StoredPause[] = [];

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
  const read = async (from: DossierSource, contested: ReadonlySet<string>) => {
    try {
      return await readOnce(client, batch, from, options, new Contested(contested));
    } finally {
      await from.close?.();
    }
  };
  const { written, contradicted } = await read(source, new Set());
  if (contradicted.size === 0) return written;
  await client.query("ROLLBACK TO SAVEPOINT unread");
  return (await read(await options.reopen(), contradicted)).written;
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
  const pausesOf = (code: string): readonly StoredPause[] =>
    knownPauses.size === 0 ? NO_PAUSES : (knownPauses.get(code) ?? NO_PAUSES);
  const isFirst = !(await hasDossiers(client, batch));
  await createStaging(client);
  await beginMovements(client);
  const context = { ...batch, calendarVersion: calendars.version, isShort: source.isShort === true, answersEach };
  const merger = new Merger(client, context, isFirst);
  const dueDays = new ComputedDueDays();
  const stage = (told: ToldDossier): StagedDossier => {
    const { draft } = told;
    const dueOn = dueDays.of(calendarFor(calendars, draft.unitId), draft.received, draft.limit);
    return stageDossier(draft, told.pauses(pausesOf(draft.code)), dueOn);
  };
  const seen = new SeenCodes();
  const contradicted = new Set<string>();
  const problems: RowProblem[] = [];
  let rowsRead = 0;
  let repeated = 0;
  try {
    for await (const chunk of source.chunks) {
      rowsRead += chunk.length;
      const staged: StagedDossier[] = [];
      for (const told of chunk) {
        if (isProblems(told)) problems.push(...told);
        else staged.push(stage(told));
      }
      // One thing after the other for all of them: its tables stay at hand.
      const fresh: StagedDossier[] = [];
      for (const each of staged) {
        if (contested.hold(each)) continue;
        const place = seen.add(each.key, each.content);
        if (place === "new") fresh.push(each);
        else if (place === "same") repeated += 1;
        else contradicted.add(each.draft.code);
      }
      // Once a contradiction is known, all that was merged will be taken back.
      if (contradicted.size === 0) {
        merger.add(fresh);
        await merger.writeFull();
      }
      onProgress(rowsRead);
    }
    const { rows, agreed, conflicts } = contested.settle(source.codeColumn);
    merger.add(rows);
    if (contradicted.size === 0) await merger.writeRest();
    for (const conflict of conflicts) problems.push(conflict);
    repeated += agreed;
  } finally {
    await merger.settled();
  }
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
