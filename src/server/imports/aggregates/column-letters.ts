import "server-only";

const LETTERS = 26;

/** 0 → "A", 25 → "Z", 26 → "AA": as spreadsheets name columns. */
export function columnLetters(at: number): string {
  const last = String.fromCharCode("A".charCodeAt(0) + (at % LETTERS));
  return at < LETTERS ? last : columnLetters(Math.floor(at / LETTERS) - 1) + last;
}
