import "server-only";

/** The left column of a cell that reaches over several rows; rows as a spreadsheet counts them, the column from 0. */
export type MergedCell = { readonly firstRow: number; readonly lastRow: number; readonly column: number };

/** A sheet of more merged cells is no list; what lies beyond is read as it stands. */
const MOST_MERGED = 100_000;
/** No list has so many columns: each row is looked at once for each column that is merged there. */
const MOST_COLUMNS = 200;

/** Gathers the merged cells of one sheet that matter to a list. */
export class MergedCells {
  private readonly found: MergedCell[] = [];

  /** @param column counted from 0. */
  add(firstRow: number, lastRow: number, column: number): void {
    const isDown = lastRow > firstRow && column >= 0 && column < MOST_COLUMNS;
    if (isDown && this.found.length < MOST_MERGED) this.found.push({ firstRow, lastRow, column });
  }

  sorted(): readonly MergedCell[] {
    return this.found.sort((a, b) => a.firstRow - b.firstRow);
  }
}
