import "server-only";
import { columnOfHead } from "@/lib/aggregates/column-of-head";
import { AGGREGATE_COLUMNS, AGGREGATE_REQUIRED, type AggregateColumn } from "@/lib/aggregates/columns";
import { AGGREGATES } from "@/lib/strings/aggregates";
import { cleanText } from "@/lib/text";
import { AppError } from "../../errors";
import { HEADER_WITHIN } from "../find-header";
import type { RawRow } from "../sheet-reader";

/** What the rows of a table are: units, or the fields of one unit (form II.06a). */
export type TableRows = "unit" | "field";

export type TableHead = {
  readonly rowsAre: TableRows;
  /** The last row of the head. */
  readonly rowNumber: number;
  /** Where the names of the rows stand, and the head above them. */
  readonly nameAt: number;
  readonly nameHead: string;
  /** Where each count stands in a row, and its head. */
  readonly counts: ReadonlyMap<AggregateColumn, { readonly at: number; readonly head: string }>;
  /** What is written above it. */
  readonly titles: readonly string[];
};

/** Groups, groups within them, names, and one row to spare. */
const MOST_ROWS = 4;
/** A dossier list may count something too; a table counts in several columns. */
const FEWEST_COUNTS = 4;

type Candidate = Omit<TableHead, "titles"> & { readonly firstRow: number };

/**
 * The head of an aggregate table among the first rows of a sheet: the one that explains the most columns in the
 * fewest rows; null when they hold none. Throws `aggregateColumnTwice`, and `aggregateColumnMissing` with what a table
 * must have.
 */
export function findTableHead(rows: readonly RawRow[]): TableHead | null {
  const first = rows.slice(0, HEADER_WITHIN);
  let best: Candidate | null = null;
  for (let depth = 1; depth <= MOST_ROWS; depth++) {
    for (let from = 0; from + depth <= first.length; from++) {
      const candidate = candidateOf(first.slice(from, from + depth));
      if (candidate && candidate.counts.size > (best?.counts.size ?? FEWEST_COUNTS - 1)) best = candidate;
    }
  }
  if (best === null) return null;
  const { firstRow, ...head } = best;
  requireDistinct(
    first.filter(({ rowNumber }) => rowNumber >= firstRow && rowNumber <= head.rowNumber),
    head,
  );
  const missing = AGGREGATE_REQUIRED.filter((choices) => !choices.some((column) => head.counts.has(column)));
  if (missing.length > 0) {
    throw new AppError("aggregateColumnMissing", { columns: missing.map(([column]) => nameOf(column)) });
  }
  const above = first.filter(({ rowNumber }) => rowNumber < firstRow);
  return {
    ...head,
    titles: above.flatMap(({ cells }) => cells.map((cell) => cleanText(String(cell)))).filter(Boolean),
  };
}

function candidateOf(rows: readonly RawRow[]): Candidate | null {
  const [top] = rows;
  const last = rows.at(-1);
  if (!top || !last) return null;
  const counts = new Map<AggregateColumn, { at: number; head: string }>();
  let names: { rowsAre: TableRows; nameAt: number; nameHead: string } | null = null;
  for (const [at, path] of headPaths(rows).entries()) {
    const column = columnOfHead(path);
    const head = path.join(" – ");
    if (column === "unit" || column === "field") names ??= { rowsAre: column, nameAt: at, nameHead: head };
    else if (column !== null && !counts.has(column)) counts.set(column, { at, head });
  }
  return names && { ...names, counts, rowNumber: last.rowNumber, firstRow: top.rowNumber };
}

/** Two columns of one meaning: which of them counts is not ours to choose. */
function requireDistinct(rows: readonly RawRow[], { counts }: Pick<TableHead, "counts">): void {
  for (const [at, path] of headPaths(rows).entries()) {
    const column = columnOfHead(path);
    if (column === null || column === "unit" || column === "field") continue;
    const known = counts.get(column);
    if (known && known.at !== at)
      throw new AppError("aggregateColumnTwice", { columns: [known.head, path.join(" – ")] });
  }
}

/**
 * For each column the texts above it, from the top down. A cell merged across stands at the left of the columns it
 * heads; one merged down is told once.
 */
function headPaths(rows: readonly RawRow[]): string[][] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const texts = rows.map(({ cells }) => Array.from({ length: width }, (_, at) => cleanText(String(cells[at] ?? ""))));
  return Array.from({ length: width }, (_, at) => {
    const lowest = texts.findLastIndex((row) => row[at] !== "");
    return texts
      .slice(0, lowest + 1)
      .map((row) => row[at] || (row.slice(0, at).findLast((text) => text !== "") ?? ""))
      .filter((text, depth, path) => text !== "" && text !== path[depth - 1]);
  });
}

function nameOf(column: AggregateColumn | undefined): string {
  return AGGREGATES.columns[column ?? AGGREGATE_COLUMNS[0]];
}
