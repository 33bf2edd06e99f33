import { expect, test } from "vitest";
import { SharedTexts } from "@/server/imports/xlsx/shared-texts";

function add(texts: SharedTexts, text: string): void {
  const bytes = Buffer.from(text);
  const middle = bytes.length >> 1;
  texts.append(bytes, 0, middle);
  texts.append(bytes, middle, bytes.length);
  texts.endText();
}

test("texts come back whole, also those that lie on two pages, in any order", () => {
  const texts = new SharedTexts();
  const all = Array.from({ length: 150_000 }, (_, at) => (at % 7 === 0 ? "" : `Hồ sơ số ${at} ${"ạ".repeat(at % 50)}`));
  for (const text of all) add(texts, text);
  const read = all.map((_, at) => texts.at(at));
  expect(read).toEqual(all);
  expect(all.map((_, at) => texts.at(all.length - 1 - at))).toEqual(read.toReversed());
  expect([-1, 0.5, all.length, Number.NaN].map((at) => texts.at(at))).toEqual(["", "", "", ""]);
});

test("a text that is longer than what is kept at hand comes back whole", () => {
  const texts = new SharedTexts();
  const long = "ạ".repeat(300_000);
  for (const text of ["a", long, "b", long]) add(texts, text);
  expect([0, 1, 2, 3, 1].map((at) => texts.at(at).length)).toEqual([1, 300_000, 1, 300_000, 300_000]);
  expect(texts.at(3)).toBe(long);
});

test("a text without an end is refused", () => {
  const texts = new SharedTexts();
  expect(() => add(texts, "x".repeat(1_100_000))).toThrow(expect.objectContaining({ code: "fileUnreadable" }));
});

test.each<[string, number, string]>([
  ["long", 1_000_000, "x".repeat(1000)],
  ["empty", 60_000_000, ""],
])("there is an end to the room for %s texts", (_name, most, text) => {
  const bytes = Buffer.from(text);
  const texts = new SharedTexts();
  const fill = (): void => {
    for (let at = 0; at < most; at++) {
      texts.append(bytes, 0, bytes.length);
      texts.endText();
    }
  };
  expect(fill).toThrow(expect.objectContaining({ code: "readingStopped", params: { limit: "memory" } }));
});
