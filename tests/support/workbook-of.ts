import { zip } from "./corpus/workbooks";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export type WorkbookParts = {
  /** What stands in the sheet's data, as XML. */
  readonly rows: string | Buffer;
  /** What stands in the list of shared texts; absent for a workbook without one. */
  readonly texts?: string | Buffer;
  /** What stands in the styles; absent for a workbook without them. */
  readonly styles?: string;
  /** Days are counted from 1904. */
  readonly isFrom1904?: boolean;
  /** What every element's name begins with, such as "x:". */
  readonly prefix?: string;
  /** The name of the entry with the shared texts, which a relation calls "sharedStrings.xml". */
  readonly textsName?: string;
};

/** A workbook of one sheet, its parts as they stand in the XML. */
export function workbookOf({
  rows,
  texts,
  styles,
  isFrom1904 = false,
  prefix = "",
  textsName = "xl/sharedStrings.xml",
}: WorkbookParts): Uint8Array {
  const namespace = prefix === "" ? `xmlns="${MAIN}"` : `xmlns:${prefix.slice(0, -1)}="${MAIN}"`;
  const element = (name: string, inner: string | Buffer): Buffer =>
    Buffer.concat([
      Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<${prefix}${name} ${namespace} xmlns:r="${RELATIONS}">`),
      Buffer.from(inner),
      Buffer.from(`</${prefix}${name}>`),
    ]);
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (inner: string): string =>
    `<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;
  return zip([
    {
      name: "[Content_Types].xml",
      text: `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/></Types>`,
    },
    { name: "_rels/.rels", text: relations(relation("r1", "officeDocument", "xl/workbook.xml")) },
    {
      name: "xl/workbook.xml",
      text: element(
        "workbook",
        `<${prefix}workbookPr date1904="${Number(isFrom1904)}"/><${prefix}sheets><${prefix}sheet name="a" sheetId="1" r:id="r1"/></${prefix}sheets>`,
      ),
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      text: relations(
        [
          relation("r1", "worksheet", "worksheets/sheet1.xml"),
          ...(texts === undefined ? [] : [relation("r2", "sharedStrings", "sharedStrings.xml")]),
          ...(styles === undefined ? [] : [relation("r3", "styles", "/xl/styles.xml")]),
        ].join(""),
      ),
    },
    ...(texts === undefined ? [] : [{ name: textsName, text: element("sst", texts) }]),
    ...(styles === undefined ? [] : [{ name: "xl/styles.xml", text: element("styleSheet", styles) }]),
    {
      name: "xl/worksheets/sheet1.xml",
      text: element(
        "worksheet",
        Buffer.concat([Buffer.from(`<${prefix}sheetData>`), Buffer.from(rows), Buffer.from(`</${prefix}sheetData>`)]),
      ),
    },
  ]);
}
