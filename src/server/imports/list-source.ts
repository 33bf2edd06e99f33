import "server-only";
import type { ListFormat } from "./detect-format";
import { findList } from "./find-list";
import { loadLookups } from "./load-lookups";
import { loadMappedColumns } from "./load-mapped-columns";
import { mergePause } from "./merge-pause";
import { openWorkbook } from "./open-workbook";
import { type RowContext, readRow } from "./read-row";
import { Reading } from "./reading";
import { otherRow } from "./row-kind";
import type { RowProblem } from "./row-problem";
import type { DossierSource, OpenSource, ToldDossier } from "./row-source";
import type { BatchReference } from "./run-batch";
import type { RawRow } from "./sheet-reader";
import { isPauseReason } from "./words";

/** The rows of a dossier list. What it holds besides is noted with the batch once it is read. */
export function listSource(filePath: string, format: ListFormat): OpenSource {
  return async (_client, batch): Promise<DossierSource> => {
    const { provinceId, sourceId, asOfOn } = batch;
    const list = await findList(await openWorkbook(filePath, format), await loadMappedColumns(provinceId, sourceId));
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
    if (kind === null) told.push(tellRow(row, context));
    else reading.skip(kind, row.rowNumber);
  }
  return told;
}

function tellRow(row: RawRow, context: RowContext): ToldDossier | readonly RowProblem[] {
  const draft = readRow(row, context);
  if (Array.isArray(draft)) return draft;
  return {
    draft,
    pauses: (known) => mergePause(known, draft.pause, isPauseReason(draft.status), context.asOfOn),
  };
}
