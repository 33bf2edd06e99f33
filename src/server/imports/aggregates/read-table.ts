import "server-only";
import type { AggregateColumn, AggregateCounts } from "@/lib/aggregates/columns";
import { parseCount } from "@/lib/aggregates/parse-count";
import type { Period } from "@/lib/period";
import { cleanText } from "@/lib/text";
import { AppError } from "../../errors";
import type { KnownUnit, Lookups } from "../load-lookups";
import { isBlank } from "../read-row";
import { isTotal, type OtherRow } from "../row-kind";
import type { RowProblem } from "../row-problem";
import type { RawRow } from "../sheet-reader";
import type { TableHead } from "./find-table-head";
import { reportingUnit } from "./reporting-unit";

/** What a row of an aggregate table says, understood. */
export type AggregateDraft = {
  readonly rowNumber: number;
  readonly unitId: number;
  /** The unit, or the field of a form by field: as warnings name the row. */
  readonly label: string;
  /** Empty for the unit's whole row. */
  readonly fieldName: string;
  readonly counts: AggregateCounts;
};

export type TableContext = {
  readonly head: TableHead;
  readonly lookups: Lookups;
  readonly period: Period;
};

export type ReadTable = {
  readonly rows: readonly (AggregateDraft | readonly RowProblem[])[];
  /** Rows that are neither, by what they are instead. */
  readonly others: readonly { readonly kind: OtherRow; readonly rowNumber: number }[];
};

/** More than any form has: a province has hundreds of units. */
const MOST_ROWS = 20_000;
const LONGEST_NAME = 200;
const SHOWN_LENGTH = 60;
/** "(1)", "A", "(3) = (4) + (5)" below a head. */
const NUMBER_OF_COLUMN = /^(\(?\d{1,2}\)?|[A-Z])(\s*=[\s\d()+]*)?$/;

/** Reads the rows below a table's head. Throws `fileUnreadable` for more rows than any table has. */
export function readTable(rows: readonly RawRow[], context: TableContext): ReadTable {
  const read: (AggregateDraft | readonly RowProblem[])[] = [];
  const others: { kind: OtherRow; rowNumber: number }[] = [];
  const unit = context.head.rowsAre === "field" ? reportingUnit(context.head.titles) : null;
  for (const row of rows) {
    const kind = otherRow(row, context.head);
    if (kind !== null) others.push({ kind, rowNumber: row.rowNumber });
    else read.push(readRow(row, context, unit));
    if (read.length > MOST_ROWS) throw new AppError("fileUnreadable", { row: row.rowNumber });
  }
  return { rows: withoutTwice(read, context), others };
}

function otherRow(row: RawRow, head: TableHead): OtherRow | null {
  if (isBlank(row)) return "blank";
  const texts = row.cells.map((cell) => String(cell).trim()).filter((text) => text !== "");
  const isBelowHead = row.rowNumber === head.rowNumber + 1;
  if (isBelowHead && texts.length >= 3 && texts.every((text) => NUMBER_OF_COLUMN.test(text))) return "columnNumbers";
  const name = textAt(row, head.nameAt);
  if (name !== "" && head.nameHead.endsWith(name)) return "repeatedHeader";
  const hasCounts = [...head.counts.values()].some(({ at }) => {
    const text = textAt(row, at);
    return text !== "" && parseCount(text) !== null;
  });
  if (!hasCounts) return "besides";
  return head.rowsAre === "unit" && isTotalRow(row, name) ? "total" : null;
}

function isTotalRow(row: RawRow, name: string): boolean {
  const first = row.cells.map((cell) => String(cell).trim()).find((text) => text !== "") ?? "";
  return isTotal(name) || isTotal(first);
}

function readRow(row: RawRow, context: TableContext, reported: string | null): AggregateDraft | readonly RowProblem[] {
  const { head } = context;
  const name = textAt(row, head.nameAt);
  const problems: RowProblem[] = [];
  const report = (columnName: string, code: RowProblem["code"], details: RowProblem["details"]): void => {
    problems.push({ rowNumber: row.rowNumber, columnName, code, dossierCode: null, details });
  };
  const unit = findUnit(reported ?? name, context, (code, details) => report(head.nameHead, code, details));
  const fieldName = head.rowsAre === "field" && !isTotalRow(row, name) ? name : "";
  if (fieldName.length > LONGEST_NAME) report(head.nameHead, "tooLong", { value: fieldName.slice(0, SHOWN_LENGTH) });
  const counts: Partial<Record<AggregateColumn, number>> = {};
  for (const [column, { at, head: columnName }] of head.counts) {
    const cell = row.cells[at] ?? "";
    const count = parseCount(typeof cell === "number" ? cell : cleanText(cell));
    if (count === null) report(columnName, "badCount", { value: String(cell).slice(0, SHOWN_LENGTH) });
    else counts[column] = count;
  }
  if (unit === null || problems.length > 0) return problems;
  return { rowNumber: row.rowNumber, unitId: unit.id, label: fieldName || unit.label, fieldName, counts };
}

function findUnit(
  name: string,
  { lookups, period }: TableContext,
  report: (code: "missingUnit" | "unknownUnit" | "ambiguousUnit", details: RowProblem["details"]) => void,
): KnownUnit | null {
  if (name === "") {
    report("missingUnit", {});
    return null;
  }
  const named = lookups
    .units(name)
    .filter(({ validFrom, validUntil }) => validFrom <= period.to && (validUntil === null || validUntil > period.from));
  const [only, second] = named;
  if (only && !second) return only;
  if (only) report("ambiguousUnit", { value: name, nearest: named.map(({ label }) => label) });
  else report("unknownUnit", { value: name, other: period.to, nearest: lookups.nearestUnits(name) });
  return null;
}

/** A row told twice alike counts once more as unchanged; told twice and otherwise, none of them is believed. */
function withoutTwice(rows: ReadTable["rows"], { head }: TableContext): ReadTable["rows"] {
  const told = new Map<string, AggregateDraft[]>();
  for (const row of rows) {
    if (!("unitId" in row)) continue;
    const key = `${row.unitId} ${row.fieldName}`;
    told.set(key, [...(told.get(key) ?? []), row]);
  }
  return rows.map((row) => {
    if (!("unitId" in row)) return row;
    const same = told.get(`${row.unitId} ${row.fieldName}`) ?? [];
    if (new Set(same.map(({ counts }) => JSON.stringify(counts))).size <= 1) return row;
    const details = { value: row.label, rows: same.map(({ rowNumber }) => rowNumber) };
    return [
      { rowNumber: row.rowNumber, columnName: head.nameHead, code: "duplicateUnit", dossierCode: null, details },
    ] as const;
  });
}

function textAt(row: RawRow, at: number): string {
  return cleanText(String(row.cells[at] ?? ""));
}
