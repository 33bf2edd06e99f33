import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { textPieces } from "@/server/imports/text-pieces";

/** What comes of bytes that are cut in pieces at some places. */
function decoded(encoding: string, bytes: Buffer, cuts: readonly number[]): string {
  const edges = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
  const pieces = textPieces(encoding);
  const parts = edges.slice(1).map((end, index) => pieces.write(bytes.subarray(edges[index], end)));
  return Buffer.concat([...parts, pieces.end()]).toString();
}

const cuts = fc.array(fc.nat({ max: 60 }), { maxLength: 8 });
const text = fc.string({ unit: "grapheme-composite", maxLength: 30 }).map((each) => each.toWellFormed());

describe("textPieces", () => {
  it.each(["utf8", "utf16le", "utf16be"])("reads %s wherever it is cut", (encoding) => {
    fc.assert(
      fc.property(text, fc.boolean(), cuts, (told, hasMark, given) => {
        const bytes = iconv.encode(`${hasMark ? "\uFEFF" : ""}${told}`, encoding);
        expect(decoded(encoding, bytes, given)).toBe(told.replace(/^\uFEFF/, ""));
      }),
      { numRuns: 5000 },
    );
  });

  it("reads windows-1258 whose tone marks stand behind their letters", () => {
    const bytes = Buffer.from([0x48, 0x6f, 0xcc, 0x61, 0x2c, 0x20, 0xd0, 0xe2, 0x6e]);
    expect(decoded("windows1258", bytes, [3])).toBe(iconv.decode(bytes, "windows1258"));
  });

  it("puts U+FFFD for what is no UTF-8, and keeps what stands around it", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 255 }), { maxLength: 12 }), cuts, (damaged, given) => {
        const bytes = Buffer.concat([Buffer.from("Hồ sơ,"), Buffer.from(damaged), Buffer.from(",Đã trả\n")]);
        const told = decoded("utf8", bytes, given);
        expect(told.startsWith("Hồ sơ,")).toBe(true);
        expect(told.endsWith(",Đã trả\n")).toBe(true);
        expect(told.replaceAll("\uFFFD", "")).toBe(bytes.toString("utf8").replaceAll("\uFFFD", ""));
      }),
      { numRuns: 5000 },
    );
  });
});
