import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RecordSplitter } from "@/server/imports/portal/record-splitter";

/** Feeds a text in pieces of the given length. */
function split(text: string, piece = text.length): unknown[] {
  const splitter = new RecordSplitter();
  const records: unknown[] = [];
  for (let from = 0; from < text.length; from += piece) records.push(...splitter.push(text.slice(from, from + piece)));
  splitter.end();
  return records;
}

const record = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 });

describe("RecordSplitter", () => {
  it("finds the records of any envelope, however the text is cut", () => {
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 6 }),
        fc.integer({ min: 1, max: 50 }),
        fc.boolean(),
        (data, piece, bare) => {
          const whole = bare ? data : { session: 'x"]}', madonvi: "000.00.01.H22", data, isUpdating: false };
          const text = JSON.stringify(whole, null, piece % 3);
          expect(split(text, piece)).toEqual(JSON.parse(JSON.stringify(data)));
        },
      ),
    );
  });

  it.each([
    ["nothing", ""],
    ["no list", '{"a": 1}'],
    ["a list under another name", '{"items": [{"a": 1}]}'],
    ["things that are no objects", '{"data": [1, 2]}'],
    ["lists in the list", "[[{}]]"],
    ["two documents", '[{"a": 1}] [{"a": 2}]'],
    ["text behind the end", '[{"a": 1}] x'],
    ["a record cut off", '{"data": [{"a": "b'],
    ["an envelope cut off", '{"data": [{"a": 1}]'],
    ["a record that is no JSON", "[{a: 1}]"],
    ["brackets that do not match", '[{"a": [}]'],
  ])("refuses %s", (_, text) => {
    expect(() => split(text)).toThrow(SyntaxError);
    expect(() => split(text, 1)).toThrow(SyntaxError);
  });

  it("holds no more than one record, and refuses one without end", () => {
    const splitter = new RecordSplitter();
    splitter.push('{"data": [{"a": "');
    expect(() => {
      for (let piece = 0; piece < 20; piece++) splitter.push("x".repeat(100_000));
    }).toThrow(SyntaxError);
  });
});
