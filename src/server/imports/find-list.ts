import "server-only";
import { AppError, type AppErrorCode } from "../errors";
import { ownRow } from "./cell-of-row";
import { findHeader, type FoundHeader, HEADER_WITHIN, type MappedColumns } from "./find-header";
import { isBlank } from "./read-row";
import type { RawRow, Sheet } from "./sheet-reader";

export type FoundList = {
  readonly sheet: Sheet;
  readonly header: FoundHeader;
  /** What was read beyond the header, and the rest. */
  readonly first: readonly RawRow[];
  readonly rest: AsyncGenerator<readonly RawRow[]>;
  /** Sheets that are not read: hidden ones, those without a list, and lists after the first. */
  readonly others: readonly OtherSheet[];
};

export type OtherSheet = { readonly name: string; readonly kind: "hidden" | "noList" | "list" };

/** The refusal that tells most of what is wrong. */
const TELLING_MOST: readonly AppErrorCode[] = ["columnDuplicate", "columnMissing", "legacyFont", "headerMissing"];

/** What is wrong with all sheets at once. */
const OF_THE_FILE: readonly AppErrorCode[] = ["fileUnreadable", "readingStopped"];

/** The first visible sheet with a header that is understood. Throws what `findHeader` says of the most promising one. */
export async function findList(sheets: readonly Sheet[], mapped: MappedColumns): Promise<FoundList> {
  const refusals: AppError[] = [];
  const others: OtherSheet[] = [];
  let found: Omit<FoundList, "others"> | null = null;
  for (const sheet of sheets) {
    if (sheet.isHidden) {
      others.push({ name: sheet.name ?? "", kind: "hidden" });
      continue;
    }
    const rest = sheet.rows();
    const begun = await beginList(rest, mapped);
    if (!(begun instanceof AppError) && !found) {
      found = { sheet, rest, ...begun };
      continue;
    }
    await rest.return(undefined);
    others.push({ name: sheet.name ?? "", kind: begun instanceof AppError ? "noList" : "list" });
    if (begun instanceof AppError) refusals.push(begun);
  }
  if (found) return { ...found, others };
  const told = TELLING_MOST.flatMap((code) => refusals.filter((refusal) => refusal.code === code));
  throw told[0] ?? refusals[0] ?? new AppError("fileEmpty");
}

async function beginList(
  rows: AsyncGenerator<readonly RawRow[]>,
  mapped: MappedColumns,
): Promise<AppError | { header: FoundHeader; first: readonly RawRow[] }> {
  try {
    const seen: RawRow[] = [];
    while (seen.length < HEADER_WITHIN) {
      const { value, done } = await rows.next();
      if (done) break;
      for (const row of value) seen.push(ownRow(row));
    }
    if (seen.every(isBlank)) return new AppError("fileEmpty");
    const header = findHeader(seen, mapped);
    return { header, first: seen.filter((row) => row.rowNumber > header.rowNumber) };
  } catch (error) {
    if (error instanceof AppError && !OF_THE_FILE.includes(error.code)) return error;
    throw error;
  }
}
