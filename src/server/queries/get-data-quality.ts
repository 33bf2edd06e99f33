import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { RankingLevel } from "@/lib/filters";
import type { Period } from "@/lib/period";
import { QUALITY_NEEDS, type QualityCheck, type QualityFact } from "@/lib/quality-checks";
import type { CalendarDay } from "@/lib/sla";
import { requireUnit, type ScopedUnit } from "../access/scope";
import { keptRows } from "../kept-rows";
import { keepQualityDays } from "../quality/keep-quality-days";
import { clampPeriod } from "./clamp-period";
import { getDataStatus } from "./get-data-status";
import { groupUnits } from "./group-units";
import { CARRIED_OVER_SQL, FOUND_AMONG_PAUSED_SQL, FOUND_BY_DAYS_SQL, QUALITY_FACTS_SQL } from "./quality-counts-sql";

export type QualityInput = Period & { readonly unitId: number; readonly level: RankingLevel };

/** Dossiers found by each check; null where no source of the row's dossiers tells what the check needs. */
export type QualityCounts = Readonly<Record<QualityCheck, number | null>>;

export type QualityRow = {
  /** Null for what is in none of the units. */
  readonly unitId: number | null;
  readonly name: string | null;
  /** Received in the period: a unit with none hardly uses the software. */
  readonly received: number;
  readonly counts: QualityCounts;
};

export type DataQuality = {
  readonly unit: Pick<ScopedUnit, "id" | "code" | "name" | "level">;
  readonly level: RankingLevel;
  readonly period: Period;
  readonly asOf: CalendarDay | null;
  /** By name. */
  readonly rows: readonly QualityRow[];
  /** What of the unit is in none of the rows; null when that is no unit at all. */
  readonly rest: QualityRow | null;
  readonly total: QualityRow;
};

type FoundRow = { unit_id: number; source_id: number; received?: number } & Partial<Record<QualityCheck, number>>;
type FactRow = { source_id: number } & Record<QualityFact, boolean>;

/** What is odd in the dossiers of each unit of a level below a unit. Rows + rest = total. Throws `notFound`. */
export async function getDataQuality(viewer: Viewer, input: QualityInput): Promise<DataQuality> {
  const unit = await requireUnit(viewer, input.unitId);
  const [status, groups] = await Promise.all([getDataStatus(viewer), groupUnits(viewer, unit, input.level, input.to)]);
  const period = clampPeriod(input, status.asOf);
  // In one order whatever the level: the answers are the same ones.
  const unitIds = [...groups.rows.flatMap((row) => row.unitIds), ...groups.restIds].sort((a, b) => a - b);
  const values = [viewer.provinceId, unitIds, period.from, period.to];
  await keepQualityDays(viewer);
  const [facts, ...kinds] = await Promise.all([
    keptRows<FactRow>(QUALITY_FACTS_SQL, [viewer.provinceId], "quality-facts"),
    keptRows<FoundRow>(FOUND_BY_DAYS_SQL, values, "quality-by-days"),
    keptRows<FoundRow>(CARRIED_OVER_SQL, values, "quality-carried-over"),
    keptRows<FoundRow>(FOUND_AMONG_PAUSED_SQL, values, "quality-among-paused"),
  ]);
  const found = kinds.flat();
  const factsOf = new Map(facts.map((row) => [row.source_id, row]));
  const rowOf = (rowUnit: ScopedUnit | null, ids: readonly number[]): QualityRow => {
    const own = new Set(ids);
    return {
      unitId: rowUnit?.id ?? null,
      name: rowUnit?.name ?? null,
      ...sumUp(
        found.filter((row) => own.has(row.unit_id)),
        factsOf,
      ),
    };
  };
  return {
    unit,
    level: input.level,
    period,
    asOf: status.asOf === null ? null : period.to,
    rows: groups.rows.map((row) => rowOf(row.unit, row.unitIds)),
    rest: groups.restIds.length === 0 ? null : rowOf(null, groups.restIds),
    total: rowOf(unit, unitIds),
  };
}

function sumUp(
  rows: readonly FoundRow[],
  factsOf: ReadonlyMap<number, FactRow>,
): Pick<QualityRow, "received" | "counts"> {
  const countOf = (check: QualityCheck): number | null => {
    const need = QUALITY_NEEDS[check];
    const telling = rows.filter((row) => need === null || factsOf.get(row.source_id)?.[need] === true);
    return telling.length === 0 ? null : telling.reduce((sum, row) => sum + (row[check] ?? 0), 0);
  };
  return {
    received: rows.reduce((sum, row) => sum + (row.received ?? 0), 0),
    counts: {
      closedWithoutResult: countOf("closedWithoutResult"),
      closedAtDeadline: countOf("closedAtDeadline"),
      closedAtEvening: countOf("closedAtEvening"),
      dueMovedLate: countOf("dueMovedLate"),
      longPause: countOf("longPause"),
      supplementAgain: countOf("supplementAgain"),
      withdrawnLate: countOf("withdrawnLate"),
      outsideDesk: countOf("outsideDesk"),
      promiseLonger: countOf("promiseLonger"),
      promiseShorter: countOf("promiseShorter"),
    },
  };
}
