import "server-only";

/** A cell as the file holds it: text, or a number where the file says it is one. */
export type Cell = string | number;

export type RawRow = {
  /** 1-based, as a spreadsheet shows it. */
  readonly rowNumber: number;
  readonly cells: readonly Cell[];
};

/** Reads the first sheet of a file, some rows at a time. Throws `AppError`s of the file as a whole. */
export type SheetReader = (filePath: string) => AsyncGenerator<readonly RawRow[]>;
