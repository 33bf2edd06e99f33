import "server-only";
import type { Report } from "./report";
import { columnName, headRowOf, type SheetPlaces, sheetXml } from "./xlsx/sheet-xml";
import { STYLES_XML } from "./xlsx/styles";
import { xmlText } from "./xlsx/xml-text";
import { type ZipEntry, zipStream } from "./xlsx/zip-stream";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const LONGEST_SHEET_NAME = 31;
/** What Excel holds, less the lines above and below a table. */
export const MOST_XLSX_ROWS = 1_048_576 - 100;

const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SPREADSHEET}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/></Types>`;

const ROOT_RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

const WORKBOOK_RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;

/** The filter and the rows repeated on every page are names of the workbook. */
function workbookXml(report: Report, { headRow, lastRow }: SheetPlaces): string {
  const name = report.sheetName.replace(/[\\/?*[\]:']/g, " ").slice(0, LONGEST_SHEET_NAME);
  const sheet = `'${xmlText(name)}'`;
  const firstHeadRow = report.facts.length + 2;
  const filter = `${sheet}!$A$${headRow}:$${columnName(report.columns.length)}$${lastRow}`;
  return `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets><sheet name="${xmlText(name)}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${filter}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">${sheet}!$${firstHeadRow}:$${headRow}</definedName></definedNames></workbook>`;
}

/**
 * A report as an Excel workbook: title, facts, a frozen header with filters, typed numbers and days. Rows are written
 * as they come; nothing of them is held (decision 0014).
 */
export async function* renderXlsx(report: Report): AsyncGenerator<Uint8Array> {
  const places: SheetPlaces = { headRow: headRowOf(report), lastRow: headRowOf(report) };
  const workbook = function* () {
    yield workbookXml(report, places);
  };
  const entries: readonly ZipEntry[] = [
    { name: "[Content_Types].xml", content: [CONTENT_TYPES] },
    { name: "_rels/.rels", content: [ROOT_RELATIONS] },
    { name: "xl/styles.xml", content: [STYLES_XML] },
    { name: "xl/worksheets/sheet1.xml", content: sheetXml(report, places) },
    // Read after the sheet, when its last row is known.
    { name: "xl/workbook.xml", content: workbook() },
    { name: "xl/_rels/workbook.xml.rels", content: [WORKBOOK_RELATIONS] },
  ];
  yield* zipStream(entries);
}
