import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Bytes, CellTexts } from "@/server/imports/cell-texts";

function taken(texts: CellTexts, text: string, column = 0): string {
  const around = Buffer.from(`,${text},`);
  return texts.of(new Bytes(around), 1, around.length - 1, column);
}

describe("CellTexts", () => {
  it("says what stands between the two places, whatever came before", () => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom("a", "b", "Đ"), maxLength: 5 }),
      fc.string({ unit: "binary" }),
      fc.string({ minLength: 120, maxLength: 135 }),
    );
    const texts = new CellTexts();
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, fc.nat({ max: 3 }))), (cells) => {
        for (const [text, column] of cells) expect(taken(texts, text, column)).toBe(text.toWellFormed());
      }),
      { numRuns: 2000 },
    );
  });

  it("goes on when there is no more room, and where a column never repeats itself", () => {
    const texts = new CellTexts();
    for (let column = 0; column < 12; column += 1) {
      for (let row = 0; row < 6000; row += 1) {
        const text = `H99.26-${column}-${row}`;
        if (taken(texts, text, column) !== text) expect.fail(text);
      }
    }
    expect(taken(texts, "H99.26-0-1", 0)).toBe("H99.26-0-1");
    expect(taken(texts, "Đã trả kết quả", 13)).toBe("Đã trả kết quả");
  });
});
