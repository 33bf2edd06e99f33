import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CsvRow } from "@/server/imports/csv-row";
import { CsvParser, UnclosedQuote } from "@/server/imports/csv-parser";

const DELIMITERS = [",", ";", "\t"];

function parse(text: string, { cuts = [], delimiter = "," }: { cuts?: readonly number[]; delimiter?: string } = {}) {
  const parser = new CsvParser(delimiter);
  const bytes = Buffer.from(text);
  const inside = cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b);
  const edges = [0, ...inside, bytes.length];
  const records = edges.slice(1).flatMap((end, index) => textsOf(parser.push(bytes.subarray(edges[index], end))));
  return [...records, ...textsOf(parser.end())];
}

/** Asked for before the next part of the file is. */
function textsOf(rows: readonly CsvRow[]): (readonly string[])[] {
  return rows.map(({ cells }) => cells);
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
          const written = rows.map((row) => row.map((cell) => cell.toWellFormed()));
          expect(parse(text, { cuts, delimiter })).toEqual(written);
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
        expect(outcome(cuts)).toEqual(outcome([]));
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
    parser.push(Buffer.from('a,"b\n'));
    expect(() => parser.push(Buffer.from("x".repeat(100_000)))).toThrow(UnclosedQuote);
  });
});
