import { parseCount } from "./parse-count";

const FEWEST_COUNTS = 3;

/** Whether the cells look like a row of a table of counts: a name, and numbers for the most part. */
export function isCountRow(cells: readonly string[]): boolean {
  const told = cells.filter((cell) => cell.trim() !== "");
  const counts = told.filter((cell) => parseCount(cell) !== null);
  return counts.length >= FEWEST_COUNTS && counts.length * 2 >= told.length && told.some(isName);
}

/** Words, not the number of a row or of a column. */
export function isName(cell: string): boolean {
  return /\p{L}{2}/u.test(cell);
}
