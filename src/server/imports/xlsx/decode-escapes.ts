import "server-only";

/** Excel writes letters that XML cannot hold by their number. */
const ESCAPE = /_x([0-9a-f]{4})_/gi;

/** A text of a cell as Excel shows it. */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(ESCAPE, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
