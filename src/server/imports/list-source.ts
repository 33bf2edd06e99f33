import "server-only";
import { stat } from "node:fs/promises";
import type { CalendarDay, Pause } from "@/lib/sla";
import type { ListFormat } from "./detect-format";
import { type FoundList, findList } from "./find-list";
import { loadLookups } from "./load-lookups";
import { loadMappedColumns } from "./load-mapped-columns";
import { mergePause } from "./merge-pause";
import { mergedFiller } from "./merged-filler";
import { openWorkbook } from "./open-workbook";
import { preferSheet } from "./prefer-sheet";
import { presentPause } from "./present-pause";
import { type DossierDraft, type RowContext, readRow } from "./read-row";
import { Reading } from "./reading";
import { otherRow } from "./row-kind";
import type { RowProblem } from "./row-problem";
import { type DossierSource, isProblems, type OpenSource, type ToldDossier } from "./row-source";
import type { BatchReference } from "./run-batch";
import type { RawRow } from "./sheet-reader";
import { isPauseReason } from "./words";

const MEBIBYTE = 2 ** 20;
/** What is taken over within some fifteen seconds, in MiB. */
const LARGEST_SHORT: Readonly<Record<ListFormat, number>> = { csv: 320, html: 64, xls: 32, xlsx: 12 };

/** The rows of a dossier list. What it holds besides is noted with the batch once it is read. */
export function listSource(filePath: string, format: ListFormat): OpenSource {
  return async (_client, batch): Promise<DossierSource> => {
    const { provinceId, sourceId, asOfOn } = batch;
    const sheets = preferSheet(await openWorkbook(filePath, format), batch.sheet);
    const list = await findList(sheets, await loadMappedColumns(provinceId, sourceId));
    const { header } = list;
    const close = async (): Promise<void> => {
      await list.rest.return(undefined);
    };
    try {
      const context: RowContext = { header, lookups: await loadLookups(provinceId, sourceId), asOfOn };
      const { size } = await stat(filePath);
      const isShort = size <= LARGEST_SHORT[format] * MEBIBYTE;
      const chunks = tell(list, context, batch);
      return { kind: "dossiers", codeColumn: header.names.code, codes: null, isShort, chunks, close };
    } catch (error) {
      await close();
      throw error;
    }
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
  return Array.isArray(draft) ? draft : new ListedDossier(draft, context.asOfOn);
}

class ListedDossier implements ToldDossier {
  constructor(
    readonly draft: DossierDraft,
    private readonly asOfOn: CalendarDay,
  ) {}

  pauses(known: readonly Pause[]): readonly Pause[] {
    const { pause, status } = this.draft;
    const told = pause ?? presentPause(known, status, this.asOfOn);
    return mergePause(known, told, isPauseReason(status), this.asOfOn);
  }
}
