import "server-only";
import { checkCounts } from "@/lib/aggregates/check-counts";
import { periodInTitle } from "@/lib/aggregates/period-in-title";
import type { AggregateNote } from "@/lib/reading-note";
import { AppError } from "../../errors";
import type { ListFormat } from "../detect-format";
import { loadLookups } from "../load-lookups";
import { openWorkbook } from "../open-workbook";
import { preferSheet } from "../prefer-sheet";
import { Reading } from "../reading";
import { type AggregateSource, isProblems } from "../row-source";
import type { BatchReference } from "../run-batch";
import { cellName } from "./cell-name";
import { checkNeighbours } from "./check-neighbours";
import { checkRows } from "./check-rows";
import { findTable } from "./find-table";
import type { TableHead } from "./find-table-head";
import { isTotalHeld } from "./is-total-held";
import { loadMappedTables } from "./load-mapped-tables";
import { type AggregateDraft, readTable } from "./read-table";

/** So many broken sums are named one by one; all of them are counted. */
const MOST_BROKEN = 100;

/**
 * The rows of an aggregate table; null for a file that holds none. What was read and the sums that do not add up
 * are noted with the batch. Throws `aggregatePeriodMissing` for a table of nobody knows when,
 * `aggregatePeriodAhead`, `aggregateTotalMissing`, and what `findTable` throws.
 */
export async function tableSource(
  filePath: string,
  format: ListFormat,
  batch: BatchReference,
): Promise<AggregateSource | null> {
  const mapped = await loadMappedTables(batch.provinceId, batch.sourceId);
  const table = await findTable(preferSheet(await openWorkbook(filePath, format), batch.sheet), mapped);
  if (table === null) return null;
  const { head, rows } = table;
  const told = periodInTitle(head.titles);
  const period = batch.period ?? told;
  if (period === null) throw new AppError("aggregatePeriodMissing");
  if (period.from > batch.asOfOn) throw new AppError("aggregatePeriodAhead");
  const lookups = await loadLookups(batch.provinceId, batch.sourceId);
  const read = readTable(rows, { head, lookups, period });
  const drafts = read.rows.filter((row): row is AggregateDraft => !isProblems(row));
  const [first] = drafts;
  if (first && drafts.every(({ fieldName }) => fieldName !== "")) {
    if (!(await isTotalHeld(batch, period, first.unitId))) throw new AppError("aggregateTotalMissing");
  }
  const broken = [
    ...checkCells(head, drafts),
    ...checkRows({ head, raw: rows, read, pathOf: lookups.pathOf }),
    ...(await checkNeighbours(batch, { head, period, drafts })),
  ];
  const note = {
    rowsAre: head.rowsAre,
    period,
    periodInTitle: told,
    brokenCount: broken.length,
    broken: broken.slice(0, MOST_BROKEN),
  };
  const reading = new Reading({ sheet: table.sheet, header: head, others: table.others });
  for (const { kind, rowNumber } of read.others) reading.skip(kind, rowNumber);
  await reading.note(batch, note);
  return { kind: "aggregates", note, rows: read.rows };
}

/** The sums that each row should make by itself. */
function checkCells(head: TableHead, drafts: readonly AggregateDraft[]): AggregateNote["broken"] {
  return drafts.flatMap(({ rowNumber, label, counts }) =>
    checkCounts(counts).map((sum) => ({
      ...sum,
      parts: [...sum.parts],
      row: rowNumber,
      unit: label,
      cells: [sum.total, ...sum.parts].map((column) => cellName(head.counts.get(column)?.at, rowNumber)),
    })),
  );
}
