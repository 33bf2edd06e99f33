import fc from "fast-check";
import { expect, test } from "vitest";
import type { Cell } from "@/server/imports/sheet-reader";
import { rowsOfWorkbook } from "../../../../support/rows-of-workbook";
import { workbookOf } from "../../../../support/workbook-of";

const RUNS = process.env.CI === undefined ? 100 : 1000;
const WIDEST = 40;
const LETTERS = ["a", "Ạ", "\u{20BB7}", " ", "\n", "<", "&", '"', "]]>", "_x0041_", "_", "&amp;", "dài ".repeat(200)];

const text = fc.array(fc.constantFrom(...LETTERS), { maxLength: 6 }).map((letters) => letters.join(""));
const spelling = fc.constantFrom("references", "numbers", "characters", "runs");
const cell = fc.oneof(
  fc.record({ kind: fc.constantFrom("s", "inlineStr", "str"), value: text, spelling }),
  fc.record({
    kind: fc.constant("n"),
    value: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
  }),
  fc.record({ kind: fc.constant("b"), value: fc.boolean() }),
  fc.record({ kind: fc.constant("day"), value: fc.integer({ min: 61, max: 80_000 }) }),
  fc.record({ kind: fc.constant("blank"), value: fc.constant("") }),
);
type DrawnCell = typeof cell extends fc.Arbitrary<infer Value> ? Value : never;
/** What comes after so many columns or rows that the file leaves out; with its place, or without where it may be. */
const placed = fc.record({ cell, skipped: fc.nat({ max: 3 }), isPlaced: fc.boolean() });
const row = fc.record({
  cells: fc.array(placed, { maxLength: 10 }),
  skipped: fc.nat({ max: 2 }),
  isPlaced: fc.boolean(),
});
const sheet = fc.record({ rows: fc.array(row, { maxLength: 30 }), prefix: fc.constantFrom("", "x:") });

function spelt(value: string, how: string): string {
  const escaped = value.replaceAll(/_(?=x[0-9A-F]{4}_)/g, "_x005F_");
  if (how === "numbers")
    return Array.from(escaped, (letter) => `&#x${(letter.codePointAt(0) ?? 0).toString(16)};`).join("");
  if (how === "characters") return `<![CDATA[${escaped.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
  return escaped.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

class Spelling {
  readonly texts: string[] = [];

  constructor(private readonly prefix: string) {}

  cell(drawn: DrawnCell, place: string): string {
    const head = `c${place}`;
    switch (drawn.kind) {
      case "s":
        this.texts.push(this.tag("si", this.text(drawn)));
        return this.tag(`${head} t="s"`, this.tag("v", String(this.texts.length - 1)));
      case "inlineStr":
        return this.tag(`${head} t="inlineStr"`, this.tag("is", this.text(drawn)));
      case "str":
        return this.tag(`${head} t="str"`, this.tag("v", spelt(drawn.value, drawn.spelling)));
      case "b":
        return this.tag(`${head} t="b"`, this.tag("v", String(Number(drawn.value))));
      case "blank":
        return `<${this.prefix}${head} s="1"/>`;
      default:
        return this.tag(`${head} s="${drawn.kind === "day" ? 1 : 0}"`, this.tag("v", String(drawn.value)));
    }
  }

  tag(head: string, inner: string): string {
    return `<${this.prefix}${head}>${inner}</${this.prefix}${head.split(" ")[0]}>`;
  }

  private text({ value, spelling: how }: { value: string; spelling: string }): string {
    if (how !== "runs") return this.tag("t", spelt(value, how));
    const letters = value.split(/(?=dài)/);
    return letters.map((part) => this.tag("r", `<rPr/>${this.tag("t", spelt(part, how))}`)).join("");
  }
}

function cellOf({ kind, value }: DrawnCell): Cell {
  if (typeof value === "boolean") return value ? "1" : "0";
  if (kind === "day") return new Date(Date.UTC(1899, 11, 30 + Number(value))).toISOString().slice(0, 10);
  return typeof value === "number" ? Number(String(value)) : value;
}

test("a sheet that is written in any spelling is read as it was meant", async () => {
  await fc.assert(
    fc.asyncProperty(sheet, async ({ rows, prefix }) => {
      const spelling = new Spelling(prefix);
      let rowNumber = 0;
      let xml = "";
      const expected = rows.map((drawn) => {
        const place = drawn.isPlaced ? ` r="${rowNumber + drawn.skipped + 1}"` : "";
        rowNumber += drawn.isPlaced ? drawn.skipped + 1 : 1;
        const cells: Cell[] = [];
        let inner = "";
        for (const { cell: next, skipped, isPlaced } of drawn.cells) {
          if (isPlaced) for (let at = 0; at < skipped && cells.length < WIDEST; at++) cells.push("");
          const column = String.fromCharCode(65 + (cells.length % 26));
          const letters = cells.length < 26 ? column : `A${column}`;
          inner += spelling.cell(next, isPlaced ? ` r="${letters}${rowNumber}"` : "");
          cells.push(cellOf(next));
        }
        xml += spelling.tag(`row${place}`, inner);
        return { rowNumber, cells };
      });
      const styles = spelling.tag("cellXfs", `<${prefix}xf numFmtId="0"/><${prefix}xf numFmtId="14"/>`);
      const bytes = workbookOf({ rows: xml, texts: spelling.texts.join(""), styles, prefix });
      expect(await rowsOfWorkbook(bytes)).toEqual(expected);
    }),
    { numRuns: RUNS },
  );
});
