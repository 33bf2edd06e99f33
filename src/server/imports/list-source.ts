import "server-only";
import { AppError } from "../errors";
import type { ListFormat } from "./detect-format";
import { findHeader, HEADER_WITHIN, type Header } from "./find-header";
import { loadLookups } from "./load-lookups";
import { mergePause } from "./merge-pause";
import { readCsv } from "./read-csv";
import { isBlank, type RowContext, readRow } from "./read-row";
import { readXlsx } from "./read-xlsx";
import type { RowProblem } from "./row-problem";
import type { DossierSource, OpenSource, ToldDossier } from "./row-source";
import type { RawRow, SheetReader } from "./sheet-reader";
import { isPauseReason } from "./words";

const READERS: Readonly<Record<ListFormat, SheetReader>> = { csv: readCsv, xlsx: readXlsx };

/** The rows of a dossier list. */
export function listSource(filePath: string, format: ListFormat): OpenSource {
  return async (_client, { provinceId, asOfOn }): Promise<DossierSource> => {
    const rows = READERS[format](filePath);
    const { header, first } = await readHeader(rows);
    const context: RowContext = { header, lookups: await loadLookups(provinceId), asOfOn };
    return { kind: "dossiers", codeColumn: header.names.code, codes: null, chunks: tell(first, rows, context) };
  };
}

async function* tell(
  first: readonly RawRow[],
  rest: AsyncGenerator<readonly RawRow[]>,
  context: RowContext,
): DossierSource["chunks"] {
  yield first.flatMap((row) => (isBlank(row) ? [] : [tellRow(row, context)]));
  for await (const chunk of rest) yield chunk.flatMap((row) => (isBlank(row) ? [] : [tellRow(row, context)]));
}

function tellRow(row: RawRow, context: RowContext): ToldDossier | readonly RowProblem[] {
  const draft = readRow(row, context);
  if (Array.isArray(draft)) return draft;
  return {
    draft,
    pauses: (known) => mergePause(known, draft.pause, isPauseReason(draft.status), context.asOfOn),
  };
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
