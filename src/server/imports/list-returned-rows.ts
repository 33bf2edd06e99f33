import "server-only";
import { ownRow } from "./cell-of-row";
import type { ListFormat } from "./detect-format";
import { findList } from "./find-list";
import { loadMappedColumns } from "./load-mapped-columns";
import { mergedFiller } from "./merged-filler";
import { openWorkbook } from "./open-workbook";
import { preferSheet } from "./prefer-sheet";
import type { BatchReference } from "./run-batch";
import type { RawRow } from "./sheet-reader";

export type ReturnedRows = {
  /** One name per column of the file, those of a header of several rows in one. */
  readonly names: readonly string[];
  readonly rows: readonly RawRow[];
};

/**
 * The rows of a list with the given numbers as the file holds them, cells that are merged down filled in. Throws like
 * the readers.
 */
export async function listReturnedRows(
  { provinceId, sourceId, sheet: wanted }: Pick<BatchReference, "provinceId" | "sourceId" | "sheet">,
  filePath: string,
  format: ListFormat,
  rowNumbers: ReadonlySet<number>,
): Promise<ReturnedRows> {
  const mapped = await loadMappedColumns(provinceId, sourceId);
  const { sheet, header, rest } = await findList(preferSheet(await openWorkbook(filePath, format), wanted), mapped);
  await rest.return(undefined);
  const fill = mergedFiller(sheet.merged(), header.rowNumber);
  const rows: RawRow[] = [];
  for await (const chunk of sheet.rows()) {
    for (const row of chunk) {
      const filled = fill(row);
      if (rowNumbers.has(row.rowNumber)) rows.push(ownRow(filled));
    }
  }
  return { names: header.texts, rows };
}
