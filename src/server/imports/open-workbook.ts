import "server-only";
import type { ListFormat } from "./detect-format";
import { readCsv } from "./read-csv";
import { readHtml } from "./read-html";
import type { SheetReader, WorkbookOpener } from "./sheet-reader";
import { openXls } from "./xls/open-xls";
import { openXlsx } from "./xlsx/open-xlsx";

const OPENERS: Readonly<Record<ListFormat, WorkbookOpener>> = {
  csv: oneSheet(readCsv),
  html: oneSheet(readHtml),
  xls: openXls,
  xlsx: openXlsx,
};

/** The sheets of a list in any format. Throws `AppError`s of the file as a whole. */
export function openWorkbook(filePath: string, format: ListFormat): ReturnType<WorkbookOpener> {
  return OPENERS[format](filePath);
}

function oneSheet(read: SheetReader): WorkbookOpener {
  return async (filePath) => [{ name: null, isHidden: false, merged: () => [], rows: () => read(filePath) }];
}
