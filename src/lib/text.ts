const MARKS = /[\u0300-\u036f]/g;
/** Control characters separate like spaces do; PostgreSQL cannot even hold a NUL. */
const SPACES = /[\s\u00a0\p{Cc}]+/gu;

const SPACE = 32;

/** NFC, without lone surrogates, control characters, edges and runs of white space. What every text from outside goes through. */
export function cleanText(text: string): string {
  if (isClean(text)) return text;
  return text.toWellFormed().normalize("NFC").replace(SPACES, " ").trim();
}

/** Words of composed Latin letters with single spaces between: clean already, as nearly all cells are. */
function isClean(text: string): boolean {
  let isInWord = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === SPACE ? !isInWord : !isUsual(code)) return false;
    isInWord = code !== SPACE;
  }
  return isInWord || text.length === 0;
}

/** ASCII without space and controls, and the letters of Latin alphabets, composed. */
function isUsual(code: number): boolean {
  return (
    (code > SPACE && code < 0x7f) ||
    (code >= 0xc0 && code <= 0x17f) ||
    (code >= 0x1ea0 && code <= 0x1ef9) ||
    code === 0x1a0 ||
    code === 0x1a1 ||
    code === 0x1af ||
    code === 0x1b0
  );
}

/**
 * A key under which spellings meet: without accents (Hòa = Hoà), case and punctuation, đ as d.
 * For finding what is meant, never for showing.
 */
export function matchKey(text: string): string {
  return text
    .normalize("NFD")
    .replace(MARKS, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Share of letter pairs that two keys have in common (Dice), 0 … 1. */
export function similarity(a: string, b: string): number {
  const pairs = new Map<string, number>();
  for (const pair of pairsOf(a)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of pairsOf(b)) {
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      common += 1;
      pairs.set(pair, left - 1);
    }
  }
  const total = Math.max(0, a.length - 1) + Math.max(0, b.length - 1);
  return total === 0 ? 0 : (2 * common) / total;
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));
}
