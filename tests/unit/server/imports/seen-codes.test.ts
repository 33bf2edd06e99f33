import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SeenCodes } from "@/server/imports/seen-codes";
import { hash64 } from "../../../support/hash64";

describe("SeenCodes", () => {
  it("answers as a map of codes to contents would", () => {
    const row = fc.record({ code: fc.string({ maxLength: 2 }), content: fc.string({ maxLength: 1 }) });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 300 }), (rows) => {
        const seen = new SeenCodes();
        const known = new Map<string, string>();
        for (const { code, content } of rows) {
          const before = known.get(code);
          if (before === undefined) known.set(code, content);
          const expected = before === undefined ? "new" : before === content ? "same" : "different";
          expect(seen.add(hash64(code), hash64(content))).toBe(expected);
        }
      }),
    );
  });

  it("keeps two hundred thousand codes apart while it grows", () => {
    const seen = new SeenCodes();
    const content = hash64("");
    const codes = Array.from({ length: 200_000 }, (_, number) => `H99.26-${number}`);
    expect(codes.every((code) => seen.add(hash64(code), content) === "new")).toBe(true);
    expect(codes.every((code) => seen.add(hash64(code), content) === "same")).toBe(true);
    expect(seen.add(hash64("H99.26-7"), hash64("other"))).toBe("different");
  });
});
