import "server-only";
import type { ListFormat } from "./detect-format";
import { findList } from "./find-list";
import { loadLookups } from "./load-lookups";
import { loadMappedColumns } from "./load-mapped-columns";
import { mergePause } from "./merge-pause";
import { openWorkbook } from "./open-workbook";
import { preferSheet } from "./prefer-sheet";
import { presentPause } from "./present-pause";
import { type RowContext, readRow } from "./read-row";
import { Reading } from "./reading";
import { otherRow } from "./row-kind";
import type { RowProblem } from "./row-problem";
import { type DossierSource, isProblems, type OpenSource, type ToldDossier } from "./row-source";
import type { BatchReference } from "./run-batch";
import type { RawRow } from "./sheet-reader";
import { isPauseReason } from "./words";

/** The rows of a dossier list. What it holds besides is noted with the batch once it is read. */
export function listSource(filePath: string, format: ListFormat): OpenSource {
  return async (_client, batch): Promise<DossierSource> => {
    const { provinceId, sourceId, asOfOn } = batch;
    const sheets = preferSheet(await openWorkbook(filePath, format), batch.sheet);
    const list = await findList(sheets, await loadMappedColumns(provinceId, sourceId));
    const { header, first, rest } = list;
    const context: RowContext = { header, lookups: await loadLookups(provinceId, sourceId), asOfOn };
    const chunks = tell(first, rest, context, new Reading(list), batch);
    return { kind: "dossiers", codeColumn: header.names.code, codes: null, chunks };
  };
}

async function* tell(
  first: readonly RawRow[],
  rest: AsyncGenerator<readonly RawRow[]>,
  context: RowContext,
  reading: Reading,
  batch: BatchReference,
): DossierSource["chunks"] {
  yield tellRows(first, context, reading);
  for await (const chunk of rest) yield tellRows(chunk, context, reading);
  await reading.note(batch);
}

function tellRows(
  rows: readonly RawRow[],
  context: RowContext,
  reading: Reading,
): (ToldDossier | readonly RowProblem[])[] {
  const told: (ToldDossier | readonly RowProblem[])[] = [];
  for (const row of rows) {
    const kind = otherRow(row, context.header);
    if (kind !== null) {
      reading.skip(kind, row.rowNumber);
      continue;
    }
    const dossier = tellRow(row, context);
    if (!isProblems(dossier) && isPauseReason(dossier.draft.status) && dossier.draft.pause === null) {
      reading.noteUndatedPause();
    }
    told.push(dossier);
  }
  return told;
}

function tellRow(row: RawRow, context: RowContext): ToldDossier | readonly RowProblem[] {
  const draft = readRow(row, context);
  if (Array.isArray(draft)) return draft;
  return {
    draft,
    pauses: (known) => {
      const told = draft.pause ?? presentPause(known, draft.status, context.asOfOn);
      return mergePause(known, told, isPauseReason(draft.status), context.asOfOn);
    },
  };
}
