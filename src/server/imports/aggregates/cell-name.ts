import "server-only";

const LETTERS = 26;

/** 0, 5 → "A5": as spreadsheets name cells; empty for a column that the table does not have. */
export function cellName(at: number | undefined, rowNumber: number): string {
  return at === undefined ? "" : `${columnLetters(at)}${rowNumber}`;
}

/** 0 → "A", 25 → "Z", 26 → "AA". */
function columnLetters(at: number): string {
  const last = String.fromCharCode("A".charCodeAt(0) + (at % LETTERS));
  return at < LETTERS ? last : columnLetters(Math.floor(at / LETTERS) - 1) + last;
}
