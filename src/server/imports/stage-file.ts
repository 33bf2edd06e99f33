import "server-only";
import type pg from "pg";
import { AppError } from "../errors";
import { calendarFor, type ProvinceCalendars } from "../sla/compile-calendars";
import { copyRows } from "./copy-rows";
import type { FileFormat } from "./detect-format";
import { findHeader, HEADER_WITHIN, type Header } from "./find-header";
import { loadKnownPauses } from "./load-known-pauses";
import { loadLookups } from "./load-lookups";
import { mergePause } from "./merge-pause";
import { readCsv } from "./read-csv";
import { isBlank, type RowContext, readRow } from "./read-row";
import { readXlsx } from "./read-xlsx";
import type { RowProblem } from "./row-problem";
import type { BatchReference } from "./run-batch";
import type { RawRow, SheetReader } from "./sheet-reader";
import { STAGED_COLUMNS, stagingLine } from "./staging";
import { isPauseReason } from "./words";

export type StagedFile = {
  readonly rowsRead: number;
  readonly problems: RowProblem[];
  /** The header of the column with the dossier codes. */
  readonly codeColumn: string;
};

type StagingInput = { readonly filePath: string; readonly format: FileFormat; readonly calendars: ProvinceCalendars };

const READERS: Readonly<Record<FileFormat, SheetReader>> = { csv: readCsv, xlsx: readXlsx };

/** Reads a list, understands it row by row, and copies what it understood to the staging table. */
export async function stageFile(
  client: pg.Client,
  batch: BatchReference,
  { filePath, format, calendars }: StagingInput,
  onProgress: (rowsRead: number) => void,
): Promise<StagedFile> {
  const rows = READERS[format](filePath);
  const { header, first } = await readHeader(rows);
  const context: RowContext = { header, lookups: await loadLookups(batch.provinceId), asOfOn: batch.asOfOn };
  const knownPauses = await loadKnownPauses(client, batch.provinceId, batch.sourceId);
  const copy = copyRows(client, "staging", ["row_number", ...STAGED_COLUMNS, "pauses"]);
  const problems: RowProblem[] = [];
  let rowsRead = 0;
  const stage = async (chunk: readonly RawRow[]): Promise<void> => {
    for (const row of chunk) {
      if (isBlank(row)) continue;
      rowsRead += 1;
      const draft = readRow(row, context);
      if (Array.isArray(draft)) {
        problems.push(...draft);
        continue;
      }
      const known = knownPauses.get(draft.code) ?? [];
      const pauses = mergePause(known, draft.pause, isPauseReason(draft.status), batch.asOfOn);
      const waiting = copy.write(stagingLine(draft, pauses, calendarFor(calendars, draft.unitId)));
      if (waiting) await waiting;
    }
    onProgress(rowsRead);
  };
  try {
    await stage(first);
    for await (const chunk of rows) await stage(chunk);
    await copy.end();
  } catch (error) {
    copy.abort();
    throw error;
  }
  return { rowsRead, problems, codeColumn: header.names.code };
}

/** Reads on until the header is found; `first` is what was read beyond it. */
async function readHeader(rows: AsyncGenerator<readonly RawRow[]>): Promise<{ header: Header; first: RawRow[] }> {
  const seen: RawRow[] = [];
  while (seen.length < HEADER_WITHIN) {
    const { value, done } = await rows.next();
    if (done) break;
    seen.push(...value);
  }
  if (seen.every(isBlank)) throw new AppError("fileEmpty");
  const header = findHeader(seen);
  return { header, first: seen.filter((row) => row.rowNumber > header.rowNumber) };
}
