import "server-only";
import type { Column } from "@/lib/list-columns";
import { matchKey } from "@/lib/text";
import { textAt } from "./cell-of-row";
import type { Header } from "./find-header";
import { isBlank } from "./read-row";
import type { RawRow } from "./sheet-reader";

/** A row that tells of no dossier, and what it is instead. */
export type OtherRow = "blank" | "total" | "repeatedHeader" | "columnNumbers" | "besides";

/** What every dossier has at least one of; a row without all of them is a signature, a note or a prepared number. */
const TELLING = ["code", "receivingUnit", "status", "received", "procedureCode", "procedureName"] as const;
const TOTAL = /^(tong|tong cong|tong so|cong|cong trang|luy ke)( |$)/;
const SUMS_UP = /^(t\u1ed5ng|c\u1ed9ng|l\u0169y)/i;
const BEGINS_TOTAL = "tTcClL";
const MOST_WORDS_OF_TOTAL = 60;
const NUMBER_OF_COLUMN = /^\(?\d{1,3}\)?$/;

/** Null for a row of a dossier, wrong or not; otherwise why it is none. A row is a total only without code and day. */
export function otherRow(row: RawRow, header: Header): OtherRow | null {
  const code = textOf(row, header, "code");
  if (code !== "" && !looksOdd(code, row, header)) return isWordsAlone(code, row, header) ? "besides" : null;
  if (isBlank(row)) return "blank";
  if (row.rowNumber === header.rowNumber + 1 && numbersColumns(row)) return "columnNumbers";
  if (code !== "" && code === header.names.code && textOf(row, header, "status") === header.names.status) {
    return "repeatedHeader";
  }
  if (textOf(row, header, "received") === "" && textOf(row, header, "status") === "" && hasTotal(row)) return "total";
  const isAlone =
    code === "" ? TELLING.every((column) => textOf(row, header, column) === "") : isWordsAlone(code, row, header);
  return isAlone ? "besides" : null;
}

/** Cheap, since nearly every row has a code: could this one be a total, a header or a number of a column? */
function looksOdd(code: string, row: RawRow, header: Header): boolean {
  const isFirst = row.rowNumber === header.rowNumber + 1;
  return isFirst || code === header.names.code || (BEGINS_TOTAL.includes(code[0] ?? "") && SUMS_UP.test(code));
}

/** "Người lập biểu", "I. Khối xã": words where the code should be, and nothing of a dossier beside them. */
function isWordsAlone(code: string, row: RawRow, header: Header): boolean {
  return code.includes(" ") && TELLING.every((column) => column === "code" || textOf(row, header, column) === "");
}

function hasTotal(row: RawRow): boolean {
  return isTotal(String(row.cells.find((cell) => String(cell).trim() !== "") ?? ""));
}

/** "Tổng cộng", "TỔNG SỐ: 12", "Cộng trang". */
export function isTotal(text: string): boolean {
  return text.length <= MOST_WORDS_OF_TOTAL && TOTAL.test(matchKey(text));
}

/** "(1) (2) (3)" below the header of a form. */
function numbersColumns(row: RawRow): boolean {
  const texts = row.cells.map((cell) => String(cell).trim()).filter((text) => text !== "");
  return texts.length >= 3 && texts.every((text) => NUMBER_OF_COLUMN.test(text));
}

function textOf(row: RawRow, header: Header, column: Column): string {
  return textAt(row, header.positions[column]);
}
