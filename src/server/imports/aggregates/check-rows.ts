import "server-only";
import { AGGREGATE_COLUMNS, type AggregateColumn } from "@/lib/aggregates/columns";
import { parseCount } from "@/lib/aggregates/parse-count";
import type { AggregateNote } from "@/lib/reading-note";
import { cleanText, matchKey } from "@/lib/text";
import { isTotal } from "../row-kind";
import { isProblems } from "../row-source";
import type { RawRow } from "../sheet-reader";
import { cellName } from "./cell-name";
import type { TableHead } from "./find-table-head";
import type { AggregateDraft, ReadTable } from "./read-table";

type Broken = AggregateNote["broken"][number];
type Sum = { readonly column: AggregateColumn; readonly actual: number; readonly expected: number };
type Counted = Pick<AggregateDraft, "rowNumber" | "counts">;
type Compared = { readonly sums: readonly Sum[]; readonly rows: readonly Counted[]; readonly unequal: readonly Sum[] };

export type CheckedTable = {
  readonly head: TableHead;
  /** All rows below the head, as they were read. */
  readonly raw: readonly RawRow[];
  readonly read: ReadTable;
  readonly pathOf: (unitId: number) => string | null;
};

/** "Lũy kế" counts since the beginning of the year: no sum of the rows above it. */
const RUNNING = /^luy ke( |$)/;

/**
 * Sums across the rows of a table: "Tổng cộng" against the rows it closes or heads, a unit against those below it,
 * form II.06a against its fields. A table with a rejected row is not asked: the sum would lack it.
 */
export function checkRows(table: CheckedTable): Broken[] {
  const { read, head } = table;
  if (read.rows.some(isProblems)) return [];
  const drafts = distinct(read.rows.filter((row): row is AggregateDraft => !isProblems(row)));
  return head.rowsAre === "field"
    ? checkFields(table, drafts)
    : [...checkTotals(table, drafts), ...checkBelow(table, drafts)];
}

function checkFields(table: CheckedTable, drafts: readonly AggregateDraft[]): Broken[] {
  const whole = drafts.find(({ fieldName }) => fieldName === "");
  const fields = drafts.filter(({ fieldName }) => fieldName !== "");
  if (!whole || fields.length === 0) return [];
  return toBroken(table, "sumOfFields", whole, whole.label, compare(whole, fields));
}

/** Which rows a total is of, its words do not say: those since the last total, those to the next, or all; it is meant as the one it fits best. */
function checkTotals(table: CheckedTable, drafts: readonly AggregateDraft[]): Broken[] {
  const totals = table.read.others.filter(({ kind }) => kind === "total").map(({ rowNumber }) => rowNumber);
  return totals.flatMap((rowNumber, at) => {
    const total = totalOf(table, rowNumber);
    if (total === null) return [];
    const [before, after] = [totals[at - 1] ?? 0, totals[at + 1] ?? Number.POSITIVE_INFINITY];
    const ranges = [
      drafts,
      drafts.filter((row) => row.rowNumber > before && row.rowNumber < rowNumber),
      drafts.filter((row) => row.rowNumber > rowNumber && row.rowNumber < after),
    ].filter((rows) => rows.length > 0);
    const choices = ranges.flatMap((rows) => [compare(total, topmost(rows, table.pathOf)), compare(total, rows)]);
    const [best] = choices.sort((a, b) => a.unequal.length - b.unequal.length);
    return best ? toBroken(table, "sumOfRows", total, total.label, best) : [];
  });
}

/** A unit's row may be its own desk or the whole below it: it is meant as a sum when most of its counts are one. */
function checkBelow(table: CheckedTable, drafts: readonly AggregateDraft[]): Broken[] {
  return drafts.flatMap((row) => {
    const path = table.pathOf(row.unitId);
    const below = drafts.filter(
      (other) => other !== row && path !== null && table.pathOf(other.unitId)?.startsWith(path),
    );
    if (below.length === 0) return [];
    const compared = compare(row, topmost(below, table.pathOf));
    const told = compared.sums.filter(({ actual, expected }) => actual > 0 || expected > 0);
    const equal = told.filter(({ actual, expected }) => actual === expected).length;
    return equal * 2 > told.length ? toBroken(table, "sumBelow", row, row.label, compared) : [];
  });
}

function compare(whole: Counted, rows: readonly Counted[]): Compared {
  const sums: Sum[] = [];
  for (const column of AGGREGATE_COLUMNS) {
    const actual = whole.counts[column];
    if (actual === undefined || rows.some(({ counts }) => counts[column] === undefined)) continue;
    sums.push({ column, actual, expected: rows.reduce((sum, { counts }) => sum + (counts[column] ?? 0), 0) });
  }
  return { sums, rows, unequal: sums.filter(({ actual, expected }) => actual !== expected) };
}

function toBroken(
  { head }: CheckedTable,
  identity: Broken["identity"],
  { rowNumber }: Counted,
  unit: string,
  { unequal, rows }: Compared,
): Broken[] {
  return unequal.map(({ column, actual, expected }) => {
    const at = head.counts.get(column)?.at;
    const cells = [rowNumber, ...rows.map((row) => row.rowNumber)].map((row) => cellName(at, row));
    return { row: rowNumber, unit, identity, total: column, parts: [], cells, actual, expected };
  });
}

/** What a row of totals tells; a cell left empty tells nothing. Null for a running total. */
function totalOf({ raw, head }: CheckedTable, rowNumber: number): (Counted & { readonly label: string }) | null {
  const cells = raw.find((row) => row.rowNumber === rowNumber)?.cells ?? [];
  const texts = cells.map((cell) => cleanText(String(cell)));
  const label = texts.find(isTotal) ?? "";
  if (texts.some((text) => RUNNING.test(matchKey(text)))) return null;
  const counts: Partial<Record<AggregateColumn, number>> = {};
  for (const [column, { at }] of head.counts) {
    const count = (texts[at] ?? "") === "" ? null : parseCount(cells[at] ?? "");
    if (count !== null) counts[column] = count;
  }
  return { rowNumber, label, counts };
}

function topmost(rows: readonly AggregateDraft[], pathOf: CheckedTable["pathOf"]): readonly AggregateDraft[] {
  const paths = new Set(rows.map(({ unitId }) => pathOf(unitId)));
  return rows.filter(({ unitId }) => {
    const steps = (pathOf(unitId) ?? "").split("/").slice(1, -1);
    return !steps.slice(0, -1).some((_, at) => paths.has(`/${steps.slice(0, at + 1).join("/")}/`));
  });
}

/** A row told twice alike counts once. */
function distinct(drafts: readonly AggregateDraft[]): readonly AggregateDraft[] {
  return [...new Map(drafts.map((draft) => [`${draft.unitId} ${draft.fieldName}`, draft])).values()];
}
