import "server-only";
import { checkCounts } from "@/lib/aggregates/check-counts";
import { type AggregateCounts, aggregateCountsSchema } from "@/lib/aggregates/columns";
import type { Viewer } from "@/lib/access/viewer";
import type { RankingLevel } from "@/lib/filters";
import type { Period } from "@/lib/period";
import { type CalendarDay, received, resolvedTotal, type Tally } from "@/lib/sla";
import { requireUnit } from "../access/scope";
import { queryRows } from "../db";
import { readTallies, type TallyGroup } from "../ledger/read-tallies";
import { clampPeriod } from "./clamp-period";
import { getDataStatus } from "./get-data-status";
import { groupUnits } from "./group-units";

export type AggregateRow = {
  readonly unitId: number;
  readonly unitName: string;
  readonly period: Period;
  readonly sourceName: string;
  /** Last day for which the table speaks. */
  readonly asOf: CalendarDay;
  readonly batchId: number;
  readonly counts: AggregateCounts;
  /** Its cells do not make its totals. */
  readonly isBroken: boolean;
  /** What the dossiers of the same unit and period say; null when there are none. */
  readonly dossiers: Tally | null;
};

export type Aggregates = {
  readonly rows: readonly AggregateRow[];
  /** Tables of the period that are too many to show. */
  readonly left: number;
};

const MOST_ROWS = 40;

type FigureRow = Omit<AggregateRow, "period" | "isBroken" | "dossiers" | "counts"> & {
  from: CalendarDay;
  to: CalendarDay;
  counts: unknown;
  total: number;
};

/** Of each source, unit and period the newest table; the whole rows of units, not their fields. */
const FIGURES_SQL = `
  SELECT f.unit_id AS "unitId", u.name AS "unitName", f.from_on AS "from", f.to_on AS "to", s.name AS "sourceName",
         b.as_of_on AS "asOf", f.batch_id AS "batchId", f.counts, count(*) OVER ()::int AS total
    FROM aggregate_figure f
    JOIN unit u ON u.id = f.unit_id
    JOIN source s ON s.id = f.source_id
    JOIN import_batch b ON b.province_id = f.province_id AND b.id = f.batch_id
   WHERE f.province_id = $1 AND f.unit_id = ANY($2) AND f.from_on >= $3 AND f.to_on <= $4 AND f.field_name = ''
     AND NOT EXISTS (SELECT FROM aggregate_figure n
                      WHERE n.province_id = f.province_id AND n.source_id = f.source_id AND n.from_on = f.from_on
                        AND n.to_on = f.to_on AND n.unit_id = f.unit_id AND n.field_name = ''
                        AND (n.as_of, n.batch_id) > (f.as_of, f.batch_id))
   ORDER BY f.to_on DESC, f.from_on DESC, u.name COLLATE "vi-x-icu", f.unit_id, s.name LIMIT ${MOST_ROWS}`;

/**
 * Tables within a period, of a unit itself (level null) or of the units of a level below it, newest first, each with
 * what the dossiers say of the same unit and period. They are part of no sum. Throws `notFound`.
 */
export async function getAggregates(
  viewer: Viewer,
  { unitId, level, from, to }: Period & { readonly unitId: number; readonly level: RankingLevel | null },
): Promise<Aggregates> {
  const unit = await requireUnit(viewer, unitId);
  const [{ rows: below, restIds }, status] = await Promise.all([
    groupUnits(viewer, unit, level, to),
    getDataStatus(viewer),
  ]);
  const members = new Map(
    level === null ? [[unit.id, restIds] as const] : below.map((group) => [group.unit.id, group.unitIds] as const),
  );
  const found = await queryRows<FigureRow>(
    FIGURES_SQL,
    [viewer.provinceId, [...members.keys()], from, to],
    "get-aggregates",
  );
  const known = await readDossiers(viewer, found, members, status.asOf);
  const rows = found.map(({ from: begin, to: end, total: _total, ...row }) => {
    const counts = aggregateCountsSchema.parse(row.counts);
    const dossiers = known.get(keyOf({ from: begin, to: end }))?.get(row.unitId) ?? null;
    return {
      ...row,
      counts,
      period: { from: begin, to: end },
      isBroken: checkCounts(counts).length > 0,
      dossiers: dossiers !== null && isAny(dossiers) ? dossiers : null,
    };
  });
  return { rows, left: (found[0]?.total ?? 0) - found.length };
}

/** What the dossiers say of each period that a table is of, as far as they speak for it. */
async function readDossiers(
  viewer: Viewer,
  rows: readonly FigureRow[],
  members: ReadonlyMap<number, readonly number[]>,
  asOf: CalendarDay | null,
): Promise<ReadonlyMap<string, ReadonlyMap<number, Tally>>> {
  const byPeriod = new Map<string, { period: Period; groups: TallyGroup[] }>();
  for (const { unitId, from, to } of rows) {
    if (asOf === null || from > asOf) continue;
    const known = byPeriod.get(keyOf({ from, to })) ?? { period: { from, to }, groups: [] };
    if (!known.groups.some(({ key }) => key === unitId)) {
      known.groups.push({ key: unitId, unitIds: members.get(unitId) ?? [] });
    }
    byPeriod.set(keyOf({ from, to }), known);
  }
  const tallies = await Promise.all(
    [...byPeriod].map(
      async ([key, { period, groups }]) => [key, await readTallies(viewer, groups, clampPeriod(period, asOf))] as const,
    ),
  );
  return new Map(tallies);
}

function keyOf({ from, to }: Period): string {
  return `${from} ${to}`;
}

function isAny(tally: Tally): boolean {
  return received(tally) + tally.carriedOver + resolvedTotal(tally) + tally.returned > 0;
}
