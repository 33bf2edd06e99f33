import "server-only";
import { columnOfHead } from "@/lib/aggregates/column-of-head";
import {
  AGGREGATE_REQUIRED,
  type AggregateColumn,
  isCount,
  MOST_HEAD_ROWS,
  TABLE_COLUMNS,
  type TableColumn,
} from "@/lib/aggregates/columns";
import { headPaths, pathText } from "@/lib/aggregates/head-paths";
import { AGGREGATES } from "@/lib/strings/aggregates";
import { TABLE_COLUMN_NAMES } from "@/lib/strings/table-mapping";
import { cleanText } from "@/lib/text";
import { AppError } from "../../errors";
import { HEADER_WITHIN } from "../find-header";
import { headerNames } from "../header-names";
import { isBlank } from "../read-row";
import type { RawRow } from "../sheet-reader";

/** What the rows of a table are: units, or the fields of one unit (form II.06a). */
export type TableRows = "unit" | "field";

export type TableHead = {
  readonly rowsAre: TableRows;
  /** The last row of the head. */
  readonly rowNumber: number;
  /** Its rows as the file holds them, without blank ones. */
  readonly rows: readonly RawRow[];
  /** Where the names of the rows stand, and the head above them. */
  readonly nameAt: number;
  readonly nameHead: string;
  /** Where each count stands in a row, and its head. */
  readonly counts: ReadonlyMap<AggregateColumn, { readonly at: number; readonly head: string }>;
  /** What is written above it. */
  readonly titles: readonly string[];
};

/** Where the columns stand that a clerk has named for a head of these words; null for a head never explained. */
export type MappedTable = (names: readonly string[]) => Partial<Record<TableColumn, number>> | null;

/** A dossier list may count something too; a table counts in several columns. */
const FEWEST_COUNTS = 4;

type Candidate = Omit<TableHead, "titles">;

/**
 * The head of an aggregate table among the first rows of a sheet: one that a clerk has explained, or else the one that
 * explains the most columns in the fewest rows; null when they hold none. Throws `aggregateColumnTwice`, and
 * `aggregateColumnMissing` with what a table must have.
 */
export function findTableHead(rows: readonly RawRow[], mapped: MappedTable = () => null): TableHead | null {
  const first = rows.slice(0, HEADER_WITHIN);
  const head = mappedHead(first, mapped) ?? recognisedHead(first);
  if (head === null) return null;
  const begin = head.rows[0]?.rowNumber ?? head.rowNumber;
  const above = first.filter(({ rowNumber }) => rowNumber < begin);
  return {
    ...head,
    titles: above.flatMap(({ cells }) => cells.map((cell) => cleanText(String(cell)))).filter(Boolean),
  };
}

function mappedHead(first: readonly RawRow[], mapped: MappedTable): Candidate | null {
  const told = first.filter((row) => !isBlank(row));
  for (let depth = 1; depth <= MOST_HEAD_ROWS; depth++) {
    for (const from of told.keys()) {
      const rows = told.slice(from, from + depth);
      const positions = mapped(headerNames(rows));
      if (positions === null) continue;
      const paths = headPaths(rows.map(({ cells }) => cells));
      // A column may be explained that has no head.
      const width = Math.max(paths.length, ...Object.values(positions).map((at) => at + 1));
      const all = Array.from({ length: width }, (_, at) => paths[at] ?? []);
      return candidateOf(rows, (at) => TABLE_COLUMNS.find((column) => positions[column] === at) ?? null, all);
    }
  }
  return null;
}

function recognisedHead(first: readonly RawRow[]): Candidate | null {
  let best: Candidate | null = null;
  for (let depth = 1; depth <= MOST_HEAD_ROWS; depth++) {
    for (let from = 0; from + depth <= first.length; from++) {
      const rows = first.slice(from, from + depth);
      const paths = headPaths(rows.map(({ cells }) => cells));
      const candidate = candidateOf(rows, (at) => columnOfHead(paths[at] ?? []), paths);
      if (candidate && candidate.counts.size > (best?.counts.size ?? FEWEST_COUNTS - 1)) best = candidate;
    }
  }
  if (best === null) return null;
  const { counts } = best;
  requireDistinct(best);
  const missing = AGGREGATE_REQUIRED.filter((choices) => !choices.some((column) => counts.has(column)));
  if (missing.length > 0) {
    throw new AppError("aggregateColumnMissing", {
      columns: missing.map(([column = "receivedTotal"]) => AGGREGATES.columns[column]),
    });
  }
  return best;
}

/** Null where nothing names the rows. */
function candidateOf(
  rows: readonly RawRow[],
  columnAt: (at: number) => TableColumn | null,
  paths: readonly (readonly string[])[],
): Candidate | null {
  const counts = new Map<AggregateColumn, { at: number; head: string }>();
  let names: { rowsAre: TableRows; nameAt: number; nameHead: string } | null = null;
  for (const [at, path] of paths.entries()) {
    const column = columnAt(at);
    if (column === null) continue;
    const head = pathText(path) || TABLE_COLUMN_NAMES[column];
    if (!isCount(column)) names ??= { rowsAre: column, nameAt: at, nameHead: head };
    else if (!counts.has(column)) counts.set(column, { at, head });
  }
  const rowNumber = rows.at(-1)?.rowNumber ?? 0;
  return names && { ...names, counts, rowNumber, rows: rows.filter((row) => !isBlank(row)) };
}

/** Two columns of one meaning: which of them counts is not ours to choose. */
function requireDistinct({ counts, rows }: Candidate): void {
  for (const [at, path] of headPaths(rows.map(({ cells }) => cells)).entries()) {
    const column = columnOfHead(path);
    if (column === null || !isCount(column)) continue;
    const known = counts.get(column);
    if (known && known.at !== at) throw new AppError("aggregateColumnTwice", { columns: [known.head, pathText(path)] });
  }
}
