import { writeXlsx } from "hucre";
import { csvText, goodRows, HEADERS } from "./corpus-file";
import { hungryWorkbook } from "../hungry-workbook";
import { workbookOf } from "../workbook-of";
import { zip } from "./workbooks";

type WorstFile = {
  readonly name: string;
  readonly fileName: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
};

const MEBIBYTE = 1024 * 1024;
const LINE = Object.values(goodRows(1)[0] ?? {});
const worst = (name: string, fileName: string, bytes: WorstFile["bytes"]): WorstFile => ({ name, fileName, bytes });
const text = (name: string, fileName: string, make: () => string): WorstFile =>
  worst(name, fileName, () => Buffer.from(make()));

const HEADER_ROW = `<row r="1">${HEADERS.map((header) => `<c t="str"><v>${header}</v></c>`).join("")}</row>`;

/** A text that does not shrink much. */
function varied(letters: number): string {
  let made = "";
  for (let at = 0; made.length < letters; at++) made += `${(at * 7919).toString(36)} `;
  return made;
}

/** Dossiers of the list whose cells are texts of their own. */
export const LONG_LIST = 100_000;
export const NEARLY_A_MILLION_TEXTS = "a long list of texts that are never said twice";
export const MORE_TEXTS_THAN_FIT = "more shared texts than there is room for";

/** Files made to take as much memory or time as a reader lets them. */
export const WORST_FILES: readonly WorstFile[] = [
  text("a cell of 60 MiB", "a.csv", () => csvText(goodRows(1, { "Ghi chú": "x".repeat(60 * MEBIBYTE) }))),
  text("a quoted cell that never ends", "a.csv", () => `${csvText(goodRows(1))}"${"a,\n".repeat(20 * MEBIBYTE)}`),
  text("a million columns", "a.csv", () => `${HEADERS.join(",")}${",x".repeat(1_000_000)}\n`),
  text(
    "a thousand rows of ten thousand columns",
    "a.csv",
    () => `${HEADERS.join(",")}\n${`${",x".repeat(10_000)}\n`.repeat(1000)}`,
  ),
  text("three million line ends", "a.csv", () => `${HEADERS.join(",")}${"\n".repeat(3_000_000)}`),
  text("JSON a million deep", "a.json", () => `{"data":${"[".repeat(1_000_000)}`),
  text("a record that never ends", "a.json", () => `{"data":[{"MaHoSo":"${"9".repeat(60 * MEBIBYTE)}`),
  text("tables within tables", "a.xls", () => "<table><tr><td>".repeat(300_000)),
  text("spans over everything", "a.xls", () => `<table>${"<tr><td rowspan=9999 colspan=9999>x".repeat(3000)}`),
  text("a tag that never ends", "a.xls", () => `<table><tr><td ${"a=b ".repeat(10 * MEBIBYTE)}`),
  worst("a bomb", "a.xlsx", () =>
    zip([
      { name: "xl/workbook.xml", text: "<workbook/>" },
      { name: "xl/worksheets/sheet1.xml", text: new Uint8Array(290 * MEBIBYTE) },
    ]),
  ),
  worst(NEARLY_A_MILLION_TEXTS, "a.xlsx", () =>
    writeXlsx({
      sheets: [
        {
          name: "a",
          rows: [
            HEADERS,
            ...Array.from({ length: LONG_LIST }, (_, at) => [
              ...LINE,
              `H99-${at}`,
              ...Array.from({ length: 8 }, (__, more) => `${at * 7919}${more}`),
            ]),
          ],
        },
      ],
    }),
  ),
  worst(MORE_TEXTS_THAN_FIT, "a.xlsx", hungryWorkbook),
  worst("rows as wide as a sheet", "a.xlsx", () => {
    const rows = Array.from({ length: 2000 }, (_, at) => `<row><c r="XFD${at + 2}"><v>${at * 7919}.5</v></c></row>`);
    return workbookOf({ rows: `${HEADER_ROW}${rows.join("")}` });
  }),
  worst("long shared texts in every row", "a.xlsx", () => {
    const texts = `<si><t>${varied(900_000)}ạ</t></si>`.repeat(3);
    const rows = Array.from({ length: 2000 }, (_, at) => `<row r="${at + 2}"><c t="s"><v>${at % 3}</v></c></row>`);
    return workbookOf({ texts, rows: `${HEADER_ROW}${rows.join("")}` });
  }),
  worst("a cell of 10 MiB", "a.xlsx", () =>
    workbookOf({ rows: `<row><c t="str"><v>${varied(10 * MEBIBYTE)}</v></c></row>` }),
  ),
  worst("merged cells without end", "a.xlsx", () =>
    writeXlsx({
      sheets: [
        {
          name: "a",
          rows: [HEADERS, LINE],
          merges: Array.from({ length: 200_000 }, (_, at) => ({
            startRow: at + 2,
            endRow: at + 3,
            startCol: at % 150,
            endCol: at % 150,
          })),
        },
      ],
    }),
  ),
];
