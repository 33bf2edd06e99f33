import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CsvParser, UnclosedQuote } from "@/server/imports/csv-parser";

const DELIMITERS = [",", ";", "\t"];

function utf16(text: string): Buffer {
  return Buffer.from(text, "utf16le");
}

function parse(text: string, { cuts = [], delimiter = "," }: { cuts?: readonly number[]; delimiter?: string } = {}) {
  const parser = new CsvParser(delimiter);
  const edges = [0, ...[...cuts].sort((a, b) => a - b), text.length];
  const records = edges.slice(1).flatMap((end, index) => parser.push(utf16(text.slice(edges[index], end))));
  return [...records, ...parser.end()];
}

const cellText = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: fc.constantFrom('"', ",", ";", "\t", "\r", "\n", "a", "Đ", " ") }) },
  fc.string({ unit: "grapheme" }),
);
const table = fc.array(fc.array(cellText, { minLength: 1, maxLength: 5 }), { maxLength: 6 });
const lineEnd = fc.constantFrom("\r\n", "\n", "\r");

describe("CsvParser", () => {
  it("reads back whatever was written as RFC 4180, however it is cut into pieces", () => {
    fc.assert(
      fc.property(
        table,
        fc.array(lineEnd, { minLength: 1 }),
        fc.array(fc.nat({ max: 400 })),
        fc.constantFrom(...DELIMITERS),
        fc.boolean(),
        (rows, ends, cuts, delimiter, isEnded) => {
          const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
          const lines = rows.map((row) => row.map(quote).join(delimiter));
          const text = lines
            .map((line, index) => line + (isEnded || index < lines.length - 1 ? ends[index % ends.length] : ""))
            .join("");
          const inside = cuts.map((cut) => Math.min(cut, text.length));
          expect(parse(text, { cuts: inside, delimiter })).toEqual(rows);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it("reads any text without failing in another way than UnclosedQuote, and in pieces as in one", () => {
    const soup = fc.string({ unit: fc.constantFrom('"', ",", "\r", "\n", "a", "b"), maxLength: 40 });
    fc.assert(
      fc.property(soup, fc.array(fc.nat({ max: 40 })), (text, cuts) => {
        const outcome = (given: readonly number[]): unknown => {
          try {
            return parse(text, { cuts: given });
          } catch (error) {
            expect(error).toBeInstanceOf(UnclosedQuote);
            return "unclosed";
          }
        };
        expect(outcome(cuts.map((cut) => Math.min(cut, text.length)))).toEqual(outcome([]));
      }),
      { numRuns: 10_000 },
    );
  });

  it.each([
    [
      "a,b\nc,d\r\ne,f\rg,h",
      [
        ["a", "b"],
        ["c", "d"],
        ["e", "f"],
        ["g", "h"],
      ],
    ],
    ["a,", [["a", ""]]],
    [",\n", [["", ""]]],
    ["\n", [[""]]],
    ["", []],
    ['"a""b"', [['a"b']]],
    ['"a"b,c', [["ab", "c"]]],
    ['a"b,c', [['a"b', "c"]]],
    ['"x\r\ny",z', [["x\r\ny", "z"]]],
  ])("reads %j", (text, records) => {
    expect(parse(text)).toEqual(records);
  });

  it("refuses a quote that never closes", () => {
    expect(() => parse('a,"b\nc,d\n')).toThrow(UnclosedQuote);
  });

  it("gives up on an open quote long before the file ends", () => {
    const parser = new CsvParser(",");
    parser.push(utf16('a,"b\n'));
    expect(() => parser.push(utf16("x".repeat(40_000)))).toThrow(UnclosedQuote);
  });
});
