import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { RankingLevel } from "@/lib/filters";
import type { MapUnit } from "@/lib/insight/map-unit";
import type { CalendarDay } from "@/lib/sla";
import { requireUnit, scopeSql } from "../access/scope";
import { queryRows } from "../db";

export type MapUnitsInput = { readonly unitId: number; readonly level: RankingLevel; readonly on: CalendarDay };

/** The units of a level below a unit on a day, with their shapes where the administrator has imported them. Throws `notFound`. */
export async function getMapUnits(viewer: Viewer, { unitId, level, on }: MapUnitsInput): Promise<MapUnit[]> {
  const unit = await requireUnit(viewer, unitId);
  const scope = scopeSql(viewer, "u", 5);
  return queryRows<MapUnit>(
    `SELECT u.id AS "unitId", u.code, u.name, parent.code AS "parentCode", parent.name AS "parentName", b.shape
       FROM unit u
       LEFT JOIN unit parent ON parent.id = u.parent_id
       LEFT JOIN unit_boundary b ON b.province_id = u.province_id AND b.unit_id = u.id
      WHERE starts_with(u.path, $1) AND u.id <> $2 AND u.level = $3::unit_level
        AND u.valid_from <= $4::date AND (u.valid_until IS NULL OR u.valid_until > $4::date) AND ${scope.sql}
      ORDER BY u.code, u.id`,
    [unit.path, unit.id, level, on, ...scope.values],
    "map-units",
  );
}
