import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zip } from "./corpus/workbooks";

const STRINGS = 9_000_000;
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** A workbook that passes every check of the zip, and holds millions of shared strings: its path. */
export async function writeHungryWorkbook(): Promise<string> {
  const parts = [Buffer.from(`<sst xmlns="${MAIN}">`)];
  for (let first = 0; first < STRINGS; first += 100_000) {
    let text = "";
    for (let at = first; at < first + 100_000; at += 1) text += `<si><t>${at.toString(36)}</t></si>`;
    parts.push(Buffer.from(text));
  }
  parts.push(Buffer.from("</sst>"));
  const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const bytes = zip([
    {
      name: "[Content_Types].xml",
      text: `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${types}.sharedStrings+xml"/></Types>`,
    },
    {
      name: "_rels/.rels",
      text: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      text: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      text: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    },
    { name: "xl/sharedStrings.xml", text: Buffer.concat(parts) },
    {
      name: "xl/worksheets/sheet1.xml",
      text: `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>`,
    },
  ]);
  const path = join(await mkdtemp(join(tmpdir(), "hungry-")), "list.xlsx");
  await writeFile(path, bytes);
  return path;
}
