import "server-only";
import { cache } from "react";
import type { Viewer } from "@/lib/access/viewer";
import type { CalendarDay } from "@/lib/sla";
import { scopeSql } from "../access/scope";
import { keptRows } from "../kept-rows";

export type SourceStatus = {
  readonly name: string;
  /** Last day for which the source's newest export speaks. */
  readonly asOf: CalendarDay;
  /** ISO instant at which that export was taken over. */
  readonly importedAt: string;
  readonly isDemo: boolean;
};

export type DataStatus = {
  readonly provinceName: string;
  /** IANA zone of the province's days. */
  readonly zone: string;
  /** Last day for which any source speaks; null before the first import. */
  readonly asOf: CalendarDay | null;
  readonly isDemo: boolean;
  readonly sources: readonly SourceStatus[];
  /** Days on which units that the viewer sees began or ended, oldest first, and how many. */
  readonly changes: readonly { readonly on: CalendarDay; readonly began: number; readonly ended: number }[];
};

type StatusRow = {
  province_name: string;
  zone: string;
  source_name: string | null;
  as_of_on: CalendarDay;
  applied_at: Date;
  is_demo: boolean;
};

/** How fresh the province's figures are, source by source, and since when its units are what they are. Holds no figure. */
export const getDataStatus = cache(async (viewer: Viewer): Promise<DataStatus> => {
  const [rows, changes] = await Promise.all([readSources(viewer), readUnitDays(viewer)]);
  const sources = rows.flatMap((row) =>
    row.source_name === null
      ? []
      : [{ name: row.source_name, asOf: row.as_of_on, importedAt: row.applied_at.toISOString(), isDemo: row.is_demo }],
  );
  const days = sources.map((source) => source.asOf).sort();
  return {
    provinceName: rows[0]?.province_name ?? "",
    zone: rows[0]?.zone ?? "Asia/Ho_Chi_Minh",
    asOf: days.at(-1) ?? null,
    isDemo: sources.some((source) => source.isDemo),
    sources,
    changes,
  };
});

/** Has no scope below the province. */
function readSources(viewer: Viewer): Promise<readonly StatusRow[]> {
  return keptRows<StatusRow>(
    `SELECT p.name AS province_name, p.zone, s.name AS source_name, s.is_demo, b.as_of_on, b.applied_at
       FROM province p
       LEFT JOIN LATERAL (
         SELECT source_id, max(as_of_on) AS as_of_on, max(applied_at) AS applied_at
           FROM import_batch WHERE province_id = p.id AND state = 'applied' AND NOT holds_aggregates GROUP BY source_id
       ) b ON true
       LEFT JOIN source s ON s.id = b.source_id
      WHERE p.id = $1
      ORDER BY s.name`,
    [viewer.provinceId],
    "data-status",
  );
}

function readUnitDays(viewer: Viewer): Promise<DataStatus["changes"]> {
  const scope = scopeSql(viewer, "u", 1);
  return keptRows<DataStatus["changes"][number]>(
    `SELECT day AS on, sum(began)::int AS began, sum(ended)::int AS ended
       FROM unit u CROSS JOIN LATERAL (VALUES (u.valid_from, 1, 0), (u.valid_until, 0, 1)) change (day, began, ended)
      WHERE ${scope.sql} AND day IS NOT NULL GROUP BY day ORDER BY day`,
    scope.values,
    "unit-days",
  );
}
