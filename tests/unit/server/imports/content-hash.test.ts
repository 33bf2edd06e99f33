import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hash64, toBigintText } from "@/server/imports/content-hash";

const LOWEST = -(2n ** 63n);
const HIGHEST = 2n ** 63n - 1n;
const hashOf = (text: string): string => toBigintText(hash64(text));

describe("hash64", () => {
  it("fits a bigint and says the same of the same text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const hash = hashOf(text);
        expect(hash).toMatch(/^-?\d+$/);
        expect(BigInt(hash) >= LOWEST && BigInt(hash) <= HIGHEST).toBe(true);
        expect(hashOf(text)).toBe(hash);
      }),
      { numRuns: 10_000 },
    );
  });

  it("tells two hundred thousand near texts apart", () => {
    const hashes = new Set(Array.from({ length: 200_000 }, (_, number) => hashOf(`H99-${number}\t3\t2020-01-01`)));
    expect(hashes.size).toBe(200_000);
  });

  it("sees one character and its place", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 2, maxLength: 60 }), fc.nat(), (text, at) => {
        const place = at % text.length;
        const other = `${text.slice(0, place)}\u0001${text.slice(place + 1)}`;
        if (other !== text) expect(hashOf(other)).not.toBe(hashOf(text));
      }),
      { numRuns: 10_000 },
    );
  });
});
