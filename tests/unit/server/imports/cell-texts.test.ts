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

  it("says the same of texts that were made to be taken for one another", () => {
    // What two words next to each other must differ in, so that their hash is the same.
    const [FIRST, SECOND] = [0x8000_0000, 0x8001_0000];
    const twins = Array.from({ length: 1 << 10 }, (_, number) => {
      const bytes = Buffer.alloc(80, "a");
      for (let bit = 0; bit < 10; bit += 1) {
        if ((number & (1 << bit)) === 0) continue;
        bytes.writeUInt32LE((bytes.readUInt32LE(bit * 8) ^ FIRST) >>> 0, bit * 8);
        bytes.writeUInt32LE((bytes.readUInt32LE(bit * 8 + 4) ^ SECOND) >>> 0, bit * 8 + 4);
      }
      return bytes;
    });
    expect(new Set(twins.map((bytes) => new Bytes(bytes).hash(0, bytes.length))).size).toBe(1);
    const texts = new CellTexts();
    for (let round = 0; round < 2; round += 1) {
      for (const bytes of twins) expect(texts.of(new Bytes(bytes), 0, bytes.length, 0)).toBe(bytes.toString());
    }
  });
});
