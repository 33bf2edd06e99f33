import "server-only";
import type { MergedCell } from "./merged-cells";
import { isBlank } from "./read-row";
import type { Cell, RawRow } from "./sheet-reader";

type Open = { readonly lastRow: number; readonly cell: Cell };

/**
 * Makes a function that is given the rows of a sheet in their order: a cell merged down stands in each of them, as it
 * does to the eye. Cells that begin at or above the header stay as they are, rows without anything else stay blank.
 * @param merged by their first row.
 */
export function mergedFiller(merged: readonly MergedCell[], headerRow: number): <Row extends RawRow>(row: Row) => Row {
  const open = new Map<number, Open>();
  let next = merged.findIndex(({ firstRow }) => firstRow > headerRow);
  if (next === -1) return (row) => row;
  return (row) => {
    const filled = fill(row, open);
    for (let cell = merged[next]; cell && cell.firstRow <= row.rowNumber; cell = merged[next]) {
      next += 1;
      const text = row.cells[cell.column] ?? "";
      // A row that the file leaves out had nothing to say.
      if (cell.firstRow === row.rowNumber && text !== "") open.set(cell.column, { lastRow: cell.lastRow, cell: text });
    }
    return filled;
  };
}

function fill<Row extends RawRow>(row: Row, open: Map<number, Open>): Row {
  if (open.size === 0) return row;
  const cells = [...row.cells];
  for (const [column, { lastRow, cell }] of open) {
    if (lastRow < row.rowNumber) open.delete(column);
    else if ((cells[column] ?? "") === "") cells[column] = cell;
  }
  return isBlank(row) ? row : { ...row, cells: Array.from(cells, (cell) => cell ?? ""), reader: undefined };
}
