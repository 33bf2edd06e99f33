import "server-only";
import iconv from "iconv-lite";
import { columnOf } from "@/lib/list-columns";
import type { RawRow } from "./sheet-reader";

export type LegacyFont = "TCVN3" | "VNI";

/** Headers that must make sense in the old encoding before we say so. */
const FEWEST_COLUMNS = 3;

/** Which plain letter a character of TCVN3 stands for; its accents do not matter to a header. */
const TCVN3 = letters({
  a: "\u00b5\u00b6\u00b7\u00b8\u00b9\u00a8\u00bb\u00bc\u00bd\u00be\u00c6\u00a9\u00c7\u00c8\u00c9\u00ca\u00cb\u00a1\u00a2",
  d: "\u00ae\u00a7",
  e: "\u00cc\u00ce\u00cf\u00d0\u00d1\u00aa\u00d2\u00d3\u00d4\u00d5\u00d6\u00a3",
  i: "\u00d7\u00d8\u00dc\u00dd\u00de",
  o: "\u00df\u00e1\u00e2\u00e3\u00e4\u00ab\u00e5\u00e6\u00e7\u00e8\u00e9\u00ac\u00ea\u00eb\u00ec\u00ed\u00ee\u00a4\u00a5",
  u: "\u00ef\u00f1\u00f2\u00f3\u00f4\u00ad\u00f5\u00f6\u00f7\u00f8\u00f9\u00a6",
  y: "\u00fa\u00fb\u00fc\u00fd\u00fe",
});

/** VNI writes a plain vowel and then its accents as a letter of its own. */
const VNI_ACCENTS =
  /([aeouy\u00f4\u00f6])[\u00f8\u00f9\u00fb\u00f5\u00ef\u00e2\u00e0\u00e1\u00e5\u00e3\u00e4\u00ea\u00e8\u00e9\u00fa\u00fc\u00eb]/g;
const VNI = letters({ d: "\u00f1", i: "\u00ec\u00ed\u00e6\u00f3\u00f2", o: "\u00f4", u: "\u00f6", y: "\u00ee" });

const DECODERS: readonly (readonly [LegacyFont, (text: string) => string])[] = [
  ["TCVN3", (text) => replaceLetters(text, TCVN3)],
  ["VNI", (text) => replaceLetters(text.toLowerCase().replace(VNI_ACCENTS, "$1"), VNI)],
];

/** The font without which no header of these rows can be read; null where that is not the trouble. */
export function legacyFontOf(rows: readonly RawRow[]): LegacyFont | null {
  for (const [font, decode] of DECODERS) {
    if (rows.some((row) => countColumns(row, decode) >= FEWEST_COLUMNS)) return font;
  }
  return null;
}

function countColumns({ cells }: RawRow, decode: (text: string) => string): number {
  return cells.filter((cell) => {
    const text = String(cell);
    return columnOf(decode(text)) !== null || columnOf(decode(asBytes(text))) !== null;
  }).length;
}

/** A text file without a mark was read as windows-1258: these are its bytes again, one letter each. */
function asBytes(text: string): string {
  return iconv.encode(text, "windows1258").toString("latin1");
}

function letters(groups: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(groups).flatMap(([plain, all]) => [...all].map((letter) => [letter, plain] as const)));
}

function replaceLetters(text: string, table: ReadonlyMap<string, string>): string {
  return [...text].map((letter) => table.get(letter) ?? letter).join("");
}
