import "server-only";
import type pg from "pg";
import { calendarFor, type ProvinceCalendars } from "../sla/compile-calendars";
import { copyRows } from "./copy-rows";
import { loadKnownPauses } from "./load-known-pauses";
import type { RowProblem } from "./row-problem";
import { type DossierSource, isProblems } from "./row-source";
import type { BatchReference } from "./run-batch";
import { STAGED_COLUMNS, stagingLine } from "./staging";

export type StagedFile = {
  readonly rowsRead: number;
  readonly problems: RowProblem[];
};

/** Copies what a source tells of to the staging table. */
export async function stageFile(
  client: pg.Client,
  batch: BatchReference,
  source: DossierSource,
  calendars: ProvinceCalendars,
  onProgress: (rowsRead: number) => void,
): Promise<StagedFile> {
  const knownPauses = await loadKnownPauses(client, batch.provinceId, batch.sourceId, source.codes);
  const copy = copyRows(client, "staging", ["row_number", ...STAGED_COLUMNS, "pauses"]);
  const problems: RowProblem[] = [];
  let rowsRead = 0;
  try {
    for await (const chunk of source.chunks) {
      for (const told of chunk) {
        rowsRead += 1;
        if (isProblems(told)) {
          problems.push(...told);
          continue;
        }
        const pauses = told.pauses(knownPauses.get(told.draft.code) ?? []);
        const waiting = copy.write(stagingLine(told.draft, pauses, calendarFor(calendars, told.draft.unitId)));
        if (waiting) await waiting;
      }
      onProgress(rowsRead);
    }
    await copy.end();
  } catch (error) {
    copy.abort();
    throw error;
  }
  return { rowsRead, problems };
}
