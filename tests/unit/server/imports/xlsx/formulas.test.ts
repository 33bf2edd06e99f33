import { expect, test } from "vitest";
import { rowsOfWorkbook } from "../../../../support/rows-of-workbook";
import { workbookOf } from "../../../../support/workbook-of";

test("a formula of a workbook is never evaluated: its cell is what the file cached, or nothing", async () => {
  const cells = `<c r="A1"><f>1+1</f><v>7</v></c>
    <c r="B1" t="str"><f>WEBSERVICE("http://127.0.0.1/")</f><v>H99-7</v></c>
    <c r="C1"><f>2*3</f></c>
    <c r="D1" t="inlineStr"><is><t>=1+1</t></is></c>`;
  const rows = await rowsOfWorkbook(workbookOf({ rows: `<row r="1">${cells}</row>` }));
  expect(rows).toEqual([{ rowNumber: 1, cells: [7, "H99-7", "", "=1+1"] }]);
});
