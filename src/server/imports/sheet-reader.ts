import "server-only";
import type { MergedCell } from "./merged-cells";
import type { Moment } from "./parse-moment";

/** A cell as the file holds it: text, or a number where the file says it is one. */
export type Cell = string | number;

export type RawRow = {
  /** 1-based, as a spreadsheet shows it. */
  readonly rowNumber: number;
  readonly cells: readonly Cell[];
  /** Where that is less work than having all cells as texts. */
  readonly reader?: CellReader;
};

/** Reads single cells of a row, by their place in it from 0 on; one that the row does not have is empty. */
export type CellReader = {
  /** As `cleanText` has it. */
  text(position: number): string;
  /** As `parseMomentCell` has it; null for an empty cell, too. */
  moment(position: number): Moment | null;
};

/**
 * Reads the rows of one sheet, some at a time; whoever still wants a row when asking for more keeps its `ownRow`.
 * Throws `AppError`s of the file as a whole.
 */
export type SheetReader = (filePath: string) => AsyncGenerator<readonly RawRow[]>;

export type Sheet = {
  /** Null in a file that has no sheets, such as CSV. */
  readonly name: string | null;
  /** Hidden sheets hold lists of choices and last month's rows: they are named, never read. */
  readonly isHidden: boolean;
  /** Cells that reach over several rows and stand in the first only, by their first row. */
  merged(): readonly MergedCell[];
  rows(): AsyncGenerator<readonly RawRow[]>;
};

/** The sheets of a file in their order. Throws `AppError`s of the file as a whole. */
export type WorkbookOpener = (filePath: string) => Promise<readonly Sheet[]>;
