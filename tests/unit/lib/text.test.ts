import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText, matchKey, similarity } from "@/lib/text";

const anyText = fc.string({ unit: "binary" });

describe("cleanText", () => {
  it.each([
    ["  Xã   Bình\u00a0Tân \r\n", "Xã Bình Tân"],
    ["Xã Bình Tân".normalize("NFD"), "Xã Bình Tân"],
    ["H99\u0000-1", "H99 -1"],
    ["a\ud800b", "a\ufffdb"],
    ["\u0000\u0007", ""],
  ])("makes %j into %j", (text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it("leaves nothing that PostgreSQL refuses, and does it once for all", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).not.toContain("\u0000");
        expect(cleanText(clean)).toBe(clean);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe("matchKey", () => {
  it.each([
    ["Xã Hòa Sơn", "Xã Hoà Sơn"],
    ["Đắk Hà", "ĐẮK  HÀ"],
    ["Xã Bình Tân - Huyện Tây Sơn", "xã bình tân – huyện tây sơn"],
    ["Mã hồ sơ", "Mã hồ sơ".normalize("NFD")],
    ["Thị trấn Phú Phong", "THỊ TRẤN PHÚ PHONG."],
  ])("brings %j and %j together", (a, b) => {
    expect(matchKey(a)).toBe(matchKey(b));
  });

  it.each([
    ["Phường 1", "Phường 11"],
    ["Xã Bình Tân", "Xã Bình Thạnh"],
  ])("keeps %j and %j apart", (a, b) => {
    expect(matchKey(a)).not.toBe(matchKey(b));
  });

  it("is a key of itself", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(matchKey(matchKey(text))).toBe(matchKey(text));
      }),
      { numRuns: 10_000 },
    );
  });
});

describe("similarity", () => {
  it("is 1 of a text with itself, 0 of strangers, and the same both ways", () => {
    expect(similarity("xa hoa son", "xa hoa son")).toBe(1);
    expect(similarity("abc", "xyz")).toBe(0);
    expect(similarity("", "")).toBe(0);
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(similarity(a, b)).toBeCloseTo(similarity(b, a), 12);
        expect(similarity(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
