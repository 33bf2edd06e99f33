import { writeXlsx } from "hucre";
import { csvText, goodRows, HEADERS } from "./corpus-file";
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
  worst("words that do not shrink much", "a.xlsx", () =>
    writeXlsx({
      sheets: [
        {
          name: "a",
          rows: [
            HEADERS,
            ...Array.from({ length: 20_000 }, (_, at) => [
              ...LINE,
              `H99-${at}`,
              ...Array.from({ length: 8 }, (__, more) => `${at * 7919}${more}`),
            ]),
          ],
        },
      ],
    }),
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
