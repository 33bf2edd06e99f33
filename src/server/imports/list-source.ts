import "server-only";
import type { ListFormat } from "./detect-format";
import { type FoundList, findList } from "./find-list";
import { loadLookups } from "./load-lookups";
import { loadMappedColumns } from "./load-mapped-columns";
import { mergePause } from "./merge-pause";
import { mergedFiller } from "./merged-filler";
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
    const { header } = list;
    const context: RowContext = { header, lookups: await loadLookups(provinceId, sourceId), asOfOn };
    return { kind: "dossiers", codeColumn: header.names.code, codes: null, chunks: tell(list, context, batch) };
  };
}

async function* tell(list: FoundList, context: RowContext, batch: BatchReference): DossierSource["chunks"] {
  const reading = new Reading(list);
  const fill = mergedFiller(list.sheet.merged(), list.header.rowNumber);
  yield tellRows(list.first.map(fill), context, reading);
  for await (const chunk of list.rest) yield tellRows(chunk.map(fill), context, reading);
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
