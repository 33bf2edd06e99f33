import "server-only";
import type { ListFormat } from "./detect-format";
import { findList } from "./find-list";
import { loadLookups } from "./load-lookups";
import { mergePause } from "./merge-pause";
import { openWorkbook } from "./open-workbook";
import { type RowContext, readRow } from "./read-row";
import { otherRow } from "./row-kind";
import type { RowProblem } from "./row-problem";
import type { DossierSource, OpenSource, ToldDossier } from "./row-source";
import type { RawRow } from "./sheet-reader";
import { isPauseReason } from "./words";

/** The rows of a dossier list. */
export function listSource(filePath: string, format: ListFormat): OpenSource {
  return async (_client, { provinceId, asOfOn }): Promise<DossierSource> => {
    const { header, first, rest } = await findList(await openWorkbook(filePath, format), () => null);
    const context: RowContext = { header, lookups: await loadLookups(provinceId), asOfOn };
    return { kind: "dossiers", codeColumn: header.names.code, codes: null, chunks: tell(first, rest, context) };
  };
}

async function* tell(
  first: readonly RawRow[],
  rest: AsyncGenerator<readonly RawRow[]>,
  context: RowContext,
): DossierSource["chunks"] {
  yield tellRows(first, context);
  for await (const chunk of rest) yield tellRows(chunk, context);
}

function tellRows(rows: readonly RawRow[], context: RowContext): (ToldDossier | readonly RowProblem[])[] {
  return rows.flatMap((row) => (otherRow(row, context.header) === null ? [tellRow(row, context)] : []));
}

function tellRow(row: RawRow, context: RowContext): ToldDossier | readonly RowProblem[] {
  const draft = readRow(row, context);
  if (Array.isArray(draft)) return draft;
  return {
    draft,
    pauses: (known) => mergePause(known, draft.pause, isPauseReason(draft.status), context.asOfOn),
  };
}
