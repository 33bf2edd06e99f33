import "server-only";
import type { Cell } from "./sheet-reader";

/** A number and the place it stands in. */
const CELL_BYTES = 24;
const LETTER_BYTES = 2;

/** About as many bytes as the cells of a row take in memory. */
export function sizeOfCells(cells: readonly Cell[]): number {
  let size = cells.length * CELL_BYTES;
  for (const cell of cells) if (typeof cell === "string") size += cell.length * LETTER_BYTES;
  return size;
}
