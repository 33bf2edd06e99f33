import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, makeMoment, parseDay } from "@/lib/sla";
import { FieldsHash } from "@/server/imports/content-hash";
import { hash64 } from "../../../support/hash64";

const LOWEST = -(2n ** 63n);
const HIGHEST = 2n ** 63n - 1n;
/** As PostgreSQL's `bigint` writes it. */
function hashOf(text: string): string {
  const { high, low } = hash64(text);
  return ((BigInt(high) << 32n) | BigInt(low >>> 0)).toString();
}

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

  it("is the same however long the text is, read character by character", () => {
    const slowly = (text: string): { high: number; low: number } => {
      let [high, low] = [0x9e3779b9, 0x85ebca6b];
      for (let index = 0; index < text.length; index++) {
        high = Math.imul(high ^ text.charCodeAt(index), 2654435761);
        low = Math.imul(low ^ text.charCodeAt(index), 1597334677);
      }
      high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
      low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
      return { high: high | 0, low: low | 0 };
    };
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.nat({ max: 40 }), (text, times) => {
        const long = text.repeat(times);
        expect(hash64(long)).toEqual(slowly(long));
      }),
    );
  });

  it("is the same of fields that come one by one", () => {
    // Where a number gets one digit more, too.
    const numbers = fc.oneof(fc.nat(), fc.constantFrom(0, 9, 10, 11, 99, 100, 1000, 99_999, 100_000, 2_147_483_647));
    const field = fc.oneof(fc.string({ unit: "binary" }), numbers);
    fc.assert(
      fc.property(fc.string(), fc.array(field), (first, others) => {
        const hash = new FieldsHash();
        hash.begin(first);
        for (const each of others) {
          if (typeof each === "number") hash.number(each);
          else hash.text(each);
        }
        expect(hash.end()).toEqual(hash64([first, ...others].join("\t")));
      }),
    );
  });

  it("is the same of a moment and of its text", () => {
    fc.assert(
      fc.property(fc.nat({ max: 40_000 }), fc.nat({ max: 86_399 }), (days, second) => {
        const day = addDays(parseDay("1990-01-01"), days);
        const [whole, parts] = [new FieldsHash(), new FieldsHash()];
        for (const each of [whole, parts]) each.begin("H99.26-1");
        whole.text(makeMoment(day, second));
        parts.moment(day, second);
        expect(parts.end()).toEqual(whole.end());
      }),
    );
  });

  it("is what stored dossiers were hashed with", () => {
    expect(hashOf("H99.26-00000001\t3\t3\t1\t1\tdirect\thandedOver\t2020-01-02\tHồ sơ")).toBe("2818848082209244475");
  });
});
