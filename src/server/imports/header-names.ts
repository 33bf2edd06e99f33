import "server-only";
import { columnOf } from "@/lib/list-columns";
import { cleanText } from "@/lib/text";
import type { RawRow } from "./sheet-reader";

/**
 * One name per column for a header of one or more rows. A cell merged across stands, in the file, at the left of
 * the columns it heads: its text goes before theirs ("Ngày" above "nhận" and "hẹn trả"), unless theirs says enough.
 */
export function headerNames(rows: readonly RawRow[]): string[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const texts = rows.map(({ cells }) => Array.from({ length: width }, (_, at) => cleanText(String(cells[at] ?? ""))));
  return Array.from({ length: width }, (_, at) => nameAt(texts, at));
}

function nameAt(texts: readonly (readonly string[])[], at: number): string {
  const own = texts.map((row) => row[at] ?? "");
  const lowest = own.findLastIndex((text) => text !== "");
  if (lowest === -1) return "";
  const above = texts.slice(0, lowest).map((row, depth) => own[depth] || headOver(row, at));
  const words = [...new Set([...above.filter((text) => text !== ""), own[lowest] ?? ""])];
  const joined = words.join(" ");
  const choices = [own[lowest] ?? "", joined, ...own.toReversed().filter((text) => text !== "")];
  return choices.find((choice) => columnOf(choice) !== null) ?? joined;
}

/** The text of the cell that reaches over this column from the left. */
function headOver(row: readonly string[], at: number): string {
  return row.slice(0, at).findLast((text) => text !== "") ?? "";
}
