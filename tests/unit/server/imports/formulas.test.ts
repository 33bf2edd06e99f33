import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openXlsx } from "@/server/imports/open-xlsx";
import { zip } from "../../../support/corpus/workbooks";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

/** A workbook of one row, its cells as they stand in the sheet's XML. */
function workbookOf(cells: string): Uint8Array {
  return zip([
    {
      name: "[Content_Types].xml",
      text: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    },
    {
      name: "_rels/.rels",
      text: `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      text: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      text: `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: "xl/worksheets/sheet1.xml",
      text: `<worksheet xmlns="${MAIN}"><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
    },
  ]);
}

test("a formula of a workbook is never evaluated: its cell is what the file cached, or nothing", async () => {
  const path = join(await mkdtemp(join(tmpdir(), "formula-")), "a.xlsx");
  await writeFile(
    path,
    workbookOf(
      `<c r="A1"><f>1+1</f><v>7</v></c>
       <c r="B1" t="str"><f>WEBSERVICE("http://127.0.0.1/")</f><v>H99-7</v></c>
       <c r="C1"><f>2*3</f></c>
       <c r="D1" t="inlineStr"><is><t>=1+1</t></is></c>`,
    ),
  );
  const rows: unknown[] = [];
  for (const sheet of await openXlsx(path)) for await (const batch of sheet.rows()) rows.push(...batch);
  expect(rows).toEqual([{ rowNumber: 1, cells: [7, "H99-7", "", "=1+1"] }]);
});
