import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "@/lib/text";
import { CsvParser } from "@/server/imports/csv-parser";
import { parseMomentCell } from "@/server/imports/parse-moment";

const two = (number: number): string => String(number).padStart(2, "0");
const moment = fc
  .tuple(
    fc.nat({ max: 33 }),
    fc.nat({ max: 13 }),
    fc.integer({ min: 1980, max: 2110 }),
    fc.nat({ max: 25 }),
    fc.nat({ max: 61 }),
  )
  .chain(([day, month, year, hour, minute]) => {
    const on = `${two(day)}/${two(month)}/${year}`;
    return fc.constantFrom(
      on,
      `${on} ${two(hour)}:${two(minute)}`,
      `${on}T${two(hour)}:${two(minute)}`,
      ` ${on}`,
      `${on}0`,
    );
  });
const cell = fc.oneof(
  moment,
  fc.constantFrom("", " ", "Đã trả kết quả", "Đã trả kết quả".normalize("NFD"), "H99.26-1"),
  fc.string({ unit: fc.constantFrom('"', ",", "\n", "a", "Đ", " ", "\u0001", "1", "/") }),
);

function quoted(text: string, isPlain: boolean): string {
  return isPlain && !/[",\r\n]/.test(text) ? text : `"${text.replaceAll('"', '""')}"`;
}

describe("CsvRow", () => {
  it("reads single cells as it reads all of them, in whatever order they are asked for", () => {
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 });
    const asked = fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 7 }), fc.boolean()), { maxLength: 30 });
    fc.assert(
      fc.property(rows, asked, fc.boolean(), (given, questions, isPlain) => {
        const lines = given.map((cells) => `${cells.map((text) => quoted(text, isPlain)).join(",")}\r\n`);
        const read = new CsvParser(",").push(Buffer.from(lines.join("")));
        expect(read).toHaveLength(given.length);
        for (const [row, position, isText] of questions) {
          const text = given[row]?.[position] ?? "";
          if (isText) expect(read[row]?.text(position) ?? "").toBe(cleanText(text));
          else expect(read[row]?.moment(position) ?? null).toEqual(text === "" ? null : parseMomentCell(text));
        }
        expect(read.map(({ cells }) => cells)).toEqual(given);
      }),
      { numRuns: 3000 },
    );
  });

  it("refuses to say what stood where the next part of the file is by now, and still has what was asked for before", () => {
    const parser = new CsvParser(",");
    const [first, second] = parser.push(Buffer.from("a,01/02/2020\r\nb,c\r\n"));
    const known = second?.cells;
    parser.push(Buffer.from("other,text\r\n"));
    for (const ask of [() => first?.cells, () => first?.text(0), () => first?.moment(1)]) expect(ask).toThrow("Row 1");
    expect(second?.cells).toBe(known);
    expect(known).toEqual(["b", "c"]);
  });
});
