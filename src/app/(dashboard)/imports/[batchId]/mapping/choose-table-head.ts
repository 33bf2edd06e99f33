import { columnOfHead } from "@/lib/aggregates/column-of-head";
import { isCount, MOST_HEAD_ROWS } from "@/lib/aggregates/columns";
import { headPaths } from "@/lib/aggregates/head-paths";
import { isCountRow, isName } from "@/lib/aggregates/is-count-row";
import type { SearchParams } from "@/lib/filters";
import type { ImportMapping } from "@/server/queries/get-import-mapping";

type Sample = NonNullable<ImportMapping["sample"]>;
type SampleRow = Sample["sheets"][number]["rows"][number];

export type ChosenTableHead = {
  /** Index of the sheet among those of the sample. */
  readonly sheet: number;
  /** Its first row. */
  readonly header: SampleRow;
  readonly depth: number;
  readonly paths: readonly (readonly string[])[];
  /** The first rows of counts below it. */
  readonly rows: readonly (readonly string[])[];
  /** How many counts its words name. */
  readonly known: number;
  /** Whether rows of counts begin below it. */
  readonly isAbove: boolean;
};

const DEPTHS = Array.from({ length: MOST_HEAD_ROWS }, (_, at) => at + 1);
const ROWS_SHOWN = 3;
/** Rows of fewer cells are titles. */
const FEWEST_HEADS = 3;
/** Fewer words of ours may stand in any head. */
const FEWEST_KNOWN = 4;
/** The numbers of the columns may stand between. */
const ROWS_BETWEEN = 1;

/** The rows that the address asks for, or else those most like the head of an aggregate table; null without rows. */
export function chooseTableHead(sample: Sample, { sheet, row, depth }: SearchParams): ChosenTableHead | null {
  const all = sample.sheets.flatMap(({ rows }, index) =>
    [...rows.keys()].flatMap((at) =>
      DEPTHS.filter((deep) => at + deep <= rows.length).flatMap((deep) => headAt(rows, index, at, deep) ?? []),
    ),
  );
  const onSheet = all.filter((head) => sheet === undefined || String(head.sheet) === sheet);
  const heads = onSheet.length > 0 ? onSheet : all;
  const asked = heads.filter(({ header }) => String(header.rowNumber) === row);
  if (asked.length > 0) return asked.find((head) => String(head.depth) === depth) ?? asked[0] ?? null;
  return heads.reduce<ChosenTableHead | null>(
    (best, head) => (best === null || rank(head) > rank(best) ? head : best),
    null,
  );
}

function headAt(rows: readonly SampleRow[], sheet: number, at: number, depth: number): ChosenTableHead | null {
  const head = rows.slice(at, at + depth).map(({ cells }) => cells);
  const below = rows.slice(at + depth).map(({ cells }) => cells);
  const [header] = rows.slice(at);
  if (!header) return null;
  const counted = below.filter(isCountRow).slice(0, ROWS_SHOWN);
  const told = headPaths(head);
  const width = Math.max(told.length, ...counted.map((cells) => cells.length));
  const paths = Array.from({ length: width }, (_, position) => told[position] ?? []);
  const columns = paths.map(columnOfHead).filter((column) => column !== null && isCount(column));
  const isHead = head.every(
    (cells) => !isCountRow(cells) && cells.some(isName) && cells.filter(Boolean).length >= FEWEST_HEADS,
  );
  const isAbove = isHead && below.slice(0, 1 + ROWS_BETWEEN).some(isCountRow);
  return { sheet, header, depth, paths, rows: counted, known: new Set(columns).size, isAbove };
}

/** Above the counts first; then with the most known words in the fewest rows, or all rows where few words are known. */
function rank({ known, isAbove, depth }: ChosenTableHead): number {
  return (isAbove ? 1000 : 0) + (known < FEWEST_KNOWN ? depth : known * 10 - depth);
}
