import "server-only";
import { COLUMNS, type Column, columnOf, MOST_HEADER_ROWS, REQUIRED } from "@/lib/list-columns";
import { COLUMN_NAMES } from "@/lib/strings/imports";
import { AppError } from "../errors";
import { headerNames } from "./header-names";
import { legacyFontOf } from "./legacy-font";
import { isBlank } from "./read-row";
import type { RawRow } from "./sheet-reader";

/** Rows in which the header may stand, below the titles. */
export const HEADER_WITHIN = 40;
/** A title that happens to hold one column's name is no header. */
const FEWEST_COLUMNS = 3;

export type Header = {
  /** The last row of the header: the dossiers begin below it. */
  readonly rowNumber: number;
  /** Where each column stands in a row; −1 when the file has none. */
  readonly positions: Readonly<Record<Column, number>>;
  /** The headers as the file writes them. */
  readonly names: Readonly<Record<Column, string>>;
};

export type FoundHeader = Header & {
  /** What it says of each column of the file, in one row. */
  readonly texts: readonly string[];
};

/** Where the columns stand that a clerk has named for a header of these words; null for a header never seen. */
export type MappedColumns = (names: readonly string[]) => Partial<Record<Column, number>> | null;

type Candidate = { readonly rowNumber: number; readonly names: readonly string[]; readonly known: number };

/**
 * The header among the first rows: one that a clerk has explained, or else the one that names the most columns
 * in the fewest rows. Throws `headerMissing` when none names enough, `legacyFont` when an old font hides the
 * names, `columnMissing` with what is expected, `columnDuplicate`.
 */
export function findHeader(rows: readonly RawRow[], mapped: MappedColumns = () => null): FoundHeader {
  const first = rows.slice(0, HEADER_WITHIN);
  const told = first.filter((row) => !isBlank(row));
  for (let depth = 1; depth <= MOST_HEADER_ROWS; depth++) {
    for (const [from] of told.entries()) {
      const rows = told.slice(from, from + depth);
      const names = headerNames(rows);
      const positions = mapped(names);
      if (positions) return mappedHeader(rows.at(-1)?.rowNumber ?? 0, names, positions);
    }
  }
  let best: Candidate | null = null;
  for (let depth = 1; depth <= MOST_HEADER_ROWS; depth++) {
    for (let from = 0; from + depth <= first.length; from++) {
      const candidate = candidateOf(first.slice(from, from + depth));
      if (candidate && candidate.known > (best?.known ?? FEWEST_COLUMNS - 1)) best = candidate;
    }
  }
  if (best) return readHeader(best);
  const font = legacyFontOf(first);
  if (font) throw new AppError("legacyFont", { font });
  throw new AppError("headerMissing", { expected: REQUIRED.map(expectedNames) });
}

function candidateOf(rows: readonly RawRow[]): Candidate | null {
  const last = rows.at(-1);
  if (!last) return null;
  const names = headerNames(rows);
  const known = new Set(names.map(columnOf).filter((column) => column !== null)).size;
  return { rowNumber: last.rowNumber, names, known };
}

function readHeader(candidate: Candidate): FoundHeader {
  const positions = fill(() => -1);
  const names = fill<string>((column) => COLUMN_NAMES[column][0] ?? "");
  candidate.names.forEach((name, position) => {
    const column = columnOf(name);
    if (column === null) return;
    if (positions[column] !== -1) throw new AppError("columnDuplicate", { columns: [names[column], name] });
    positions[column] = position;
    names[column] = name;
  });
  return complete({ rowNumber: candidate.rowNumber, positions, names, texts: candidate.names });
}

function mappedHeader(
  rowNumber: number,
  texts: readonly string[],
  mapped: Partial<Record<Column, number>>,
): FoundHeader {
  const positions = fill((column) => mapped[column] ?? -1);
  const names = fill((column) => texts[positions[column]] ?? COLUMN_NAMES[column][0] ?? "");
  return complete({ rowNumber, positions, names, texts });
}

function complete(header: FoundHeader): FoundHeader {
  const missing = REQUIRED.filter((choices) => choices.every((column) => header.positions[column] === -1));
  if (missing.length > 0) throw new AppError("columnMissing", { columns: missing.map(expectedNames) });
  return header;
}

function expectedNames(choices: readonly Column[]): string {
  return choices.map((column) => COLUMN_NAMES[column][0]).join(" / ");
}

function fill<Value>(value: (column: Column) => Value): Record<Column, Value> {
  return Object.fromEntries(COLUMNS.map((column) => [column, value(column)])) as Record<Column, Value>;
}
