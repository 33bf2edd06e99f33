import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { type AggregateCounts, aggregateCountsSchema } from "@/lib/aggregates/columns";
import type { Period } from "@/lib/period";
import type { CalendarDay } from "@/lib/sla";
import { keptRows } from "../kept-rows";

export type NewestFigure = {
  readonly unitId: number;
  readonly unitCode: string;
  readonly unitName: string;
  readonly period: Period;
  readonly sourceName: string;
  /** Last day for which the table speaks. */
  readonly asOf: CalendarDay;
  readonly batchId: number;
  /** Empty for the unit's whole row. */
  readonly fieldName: string;
  readonly counts: AggregateCounts;
};

export type NewestFigures = {
  readonly figures: readonly NewestFigure[];
  /** Those beyond the first `most`. */
  readonly left: number;
};

type FigureRow = Omit<NewestFigure, "period" | "counts"> & {
  from: CalendarDay;
  to: CalendarDay;
  counts: unknown;
  total: number;
};

/** Of each source, unit and period the newest table, as a whole: what an older one says of a field is gone with it. */
const FIGURES_SQL = `
  SELECT f.unit_id AS "unitId", u.code AS "unitCode", u.name AS "unitName", f.from_on AS "from", f.to_on AS "to",
         s.name AS "sourceName", b.as_of_on AS "asOf", f.batch_id AS "batchId", f.field_name AS "fieldName", f.counts,
         count(*) OVER ()::int AS total
    FROM aggregate_figure f
    JOIN unit u ON u.id = f.unit_id
    JOIN source s ON s.id = f.source_id
    JOIN import_batch b ON b.province_id = f.province_id AND b.id = f.batch_id
   WHERE f.province_id = $1 AND f.unit_id = ANY($2) AND f.from_on >= $3 AND f.to_on <= $4 AND (f.field_name <> '') = $5
     AND NOT EXISTS (SELECT FROM aggregate_figure n
                      WHERE n.province_id = f.province_id AND n.source_id = f.source_id AND n.from_on = f.from_on
                        AND n.to_on = f.to_on AND n.unit_id = f.unit_id AND n.field_name = ''
                        AND (n.as_of, n.batch_id) > (f.as_of, f.batch_id))
   ORDER BY f.to_on DESC, f.from_on DESC, u.name COLLATE "vi-x-icu", f.unit_id, s.name, f.batch_id, f.field_name COLLATE "vi-x-icu"
   LIMIT $6`;

/**
 * What tables tell of units within a period, newest period first: whole rows, or the fields of form II.06a. The units
 * must be such as the viewer may see.
 */
export async function newestFigures(
  viewer: Viewer,
  { unitIds, from, to }: Period & { readonly unitIds: readonly number[] },
  { ofFields, most }: { readonly ofFields: boolean; readonly most: number },
): Promise<NewestFigures> {
  const values = [viewer.provinceId, unitIds, from, to, ofFields, most];
  const rows = await keptRows<FigureRow>(FIGURES_SQL, values, "newest-figures");
  const figures = rows.map(({ from: begin, to: end, total: _total, counts, ...row }) => ({
    ...row,
    period: { from: begin, to: end },
    counts: aggregateCountsSchema.parse(counts),
  }));
  return { figures, left: (rows[0]?.total ?? 0) - rows.length };
}
