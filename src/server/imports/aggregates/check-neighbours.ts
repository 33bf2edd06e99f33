import "server-only";
import { checkOpening } from "@/lib/aggregates/check-opening";
import { type AggregateCounts, aggregateCountsSchema } from "@/lib/aggregates/columns";
import type { Period } from "@/lib/period";
import type { AggregateNote } from "@/lib/reading-note";
import { addDays, type CalendarDay } from "@/lib/sla";
import { queryRows } from "../../db";
import type { BatchReference } from "../run-batch";
import { cellName } from "./cell-name";
import type { TableHead } from "./find-table-head";
import type { AggregateDraft } from "./read-table";

type Broken = AggregateNote["broken"][number];
type Neighbour = {
  unitId: number;
  from: CalendarDay;
  to: CalendarDay;
  counts: unknown;
  fileName: string;
  isBefore: boolean;
};

/** The newest tables of the source that end on the day before the period, or begin on the day after it. */
const NEIGHBOURS_SQL = `
  SELECT DISTINCT ON (f.unit_id, f.to_on < $4) f.unit_id AS "unitId", f.from_on AS "from", f.to_on AS "to", f.counts,
         b.file_name AS "fileName", f.to_on < $4 AS "isBefore"
    FROM aggregate_figure f JOIN import_batch b ON b.province_id = f.province_id AND b.id = f.batch_id
   WHERE f.province_id = $1 AND f.source_id = $2 AND f.unit_id = ANY($3) AND f.field_name = ''
     AND (f.to_on = $4::date - 1 OR f.from_on = $5)
   ORDER BY f.unit_id, f.to_on < $4, f.as_of DESC, f.batch_id DESC`;

/**
 * Whether each unit's row begins with what the table before it ended with, and ends with what the next one begins
 * with, as far as the source has told of them.
 */
export async function checkNeighbours(
  { provinceId, sourceId }: Pick<BatchReference, "provinceId" | "sourceId">,
  {
    head,
    period,
    drafts,
  }: { readonly head: TableHead; readonly period: Period; readonly drafts: readonly AggregateDraft[] },
): Promise<Broken[]> {
  const own = new Map(drafts.filter(({ fieldName }) => fieldName === "").map((draft) => [draft.unitId, draft]));
  const values = [provinceId, sourceId, [...own.keys()], period.from, addDays(period.to, 1)];
  const neighbours = await queryRows<Neighbour>(NEIGHBOURS_SQL, values);
  return neighbours.flatMap(({ unitId, isBefore, from, to, fileName, ...row }): Broken[] => {
    const draft = own.get(unitId);
    if (!draft) return [];
    const other = { period: { from, to }, fileName };
    const told = aggregateCountsSchema.parse(row.counts);
    const found = isBefore ? openingOf(told, draft, head) : closingOf(draft, told, head);
    return found === null ? [] : [{ row: draft.rowNumber, unit: draft.label, ...found, other }];
  });
}

type Found = Omit<Broken, "row" | "unit" | "other">;

function openingOf(before: AggregateCounts, { counts, rowNumber }: AggregateDraft, head: TableHead): Found | null {
  const unlike = checkOpening(before, counts);
  if (unlike === null) return null;
  const { opening, closing, closingOf: parts } = unlike;
  const cells = [cellName(head.counts.get("carriedOver")?.at, rowNumber)];
  return { identity: "opening", total: "carriedOver", parts: [...parts], cells, actual: opening, expected: closing };
}

function closingOf({ counts, rowNumber }: AggregateDraft, next: AggregateCounts, head: TableHead): Found | null {
  const unlike = checkOpening(counts, next);
  if (unlike === null) return null;
  const { opening, closing, closingOf: parts } = unlike;
  const cells = parts.map((column) => cellName(head.counts.get(column)?.at, rowNumber));
  return { identity: "closing", total: "carriedOver", parts: [...parts], cells, actual: closing, expected: opening };
}
