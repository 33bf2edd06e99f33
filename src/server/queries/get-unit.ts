import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { RANKING_LEVELS, type RankingLevel } from "@/lib/filters";
import type { CalendarDay } from "@/lib/sla";
import { requireUnit, type ScopedUnit, scopeSql } from "../access/scope";
import { keptRows } from "../kept-rows";
import { ancestorPaths } from "./group-units";

export type UnitPathStep = Pick<ScopedUnit, "id" | "code" | "name" | "level">;

export type UnitDetails = {
  readonly unit: ScopedUnit;
  /** From the highest unit the viewer may see down to the parent. */
  readonly ancestors: readonly UnitPathStep[];
  /** Levels on which the unit has anything below it on that day, from high to low. */
  readonly levelsBelow: readonly RankingLevel[];
};

/** A unit, its place in the tree and what lies below it on a day. Throws `notFound`. */
export async function getUnit(viewer: Viewer, unitId: number, on: CalendarDay): Promise<UnitDetails> {
  const unit = await requireUnit(viewer, unitId);
  const scope = scopeSql(viewer, "u", 2);
  const ancestors = await keptRows<UnitPathStep>(
    `SELECT u.id, u.code, u.name, u.level FROM unit u WHERE u.path = ANY($1) AND ${scope.sql} ORDER BY length(u.path)`,
    [ancestorPaths(unit.path).slice(0, -1), ...scope.values],
    "unit-ancestors",
  );
  const below = await keptRows<{ level: RankingLevel }>(
    `SELECT DISTINCT u.level FROM unit u
      WHERE starts_with(u.path, $1) AND u.path <> $1 AND ${scope.sql}
        AND u.valid_from <= $4::date AND (u.valid_until IS NULL OR u.valid_until > $4::date)`,
    [unit.path, ...scope.values, on],
    "unit-levels-below",
  );
  const present = new Set(below.map((row) => row.level));
  return { unit, ancestors, levelsBelow: RANKING_LEVELS.filter((level) => present.has(level)) };
}
