import "server-only";
import { cache } from "react";
import type { Viewer } from "@/lib/access/viewer";
import { keptRows } from "../kept-rows";
import { AppError } from "../errors";

export type ScopedUnit = {
  id: number;
  code: string;
  name: string;
  level: "province" | "department" | "district" | "division" | "commune";
  kind: string;
  parentId: number | null;
  path: string;
  validFrom: string;
  validUntil: string | null;
};

export const UNIT_COLUMNS = `u.id, u.code, u.name, u.level, u.kind, u.parent_id AS "parentId", u.path,
  u.valid_from AS "validFrom", u.valid_until AS "validUntil"`;

/**
 * The scope as SQL over an alias of `unit`. The two parameters are the viewer's province and path.
 * Nothing else in the project compares paths with a viewer.
 */
export function scopeSql(
  viewer: Viewer,
  unitAlias: string,
  firstParameter: number,
): { sql: string; values: unknown[] } {
  return {
    sql: `${unitAlias}.province_id = $${firstParameter} AND starts_with(${unitAlias}.path, $${firstParameter + 1})`,
    values: [viewer.provinceId, viewer.scopePath],
  };
}

/** The other way round: the units whose viewers see the viewer's own, that is itself and those above it. */
export function aboveSql(
  viewer: Viewer,
  unitAlias: string,
  firstParameter: number,
): { sql: string; values: unknown[] } {
  const isAbove = `(${unitAlias}.parent_id IS NULL OR starts_with($${firstParameter + 1}, ${unitAlias}.path))`;
  return {
    sql: `${unitAlias}.province_id = $${firstParameter} AND ${isAbove}`,
    values: [viewer.provinceId, viewer.scopePath],
  };
}

/** `scopeSql` for a unit that is at hand. */
export function isInScope(viewer: Viewer, path: string): boolean {
  return path.startsWith(viewer.scopePath);
}

/**
 * The unit, if the viewer may see it; asked once a request. Unknown and forbidden look the same. Throws `notFound`.
 */
export const requireUnit = cache(async (viewer: Viewer, unitId: number): Promise<ScopedUnit> => {
  const scope = scopeSql(viewer, "u", 2);
  const [unit] = await keptRows<ScopedUnit>(
    `SELECT ${UNIT_COLUMNS} FROM unit u WHERE u.id = $1 AND ${scope.sql}`,
    [unitId, ...scope.values],
    "scope-unit",
  );
  if (!unit) throw new AppError("notFound", { what: "unit" });
  return unit;
});

/** The unit that bore this code on the given day, if the viewer may see it. Throws `notFound`. */
export async function requireUnitByCode(viewer: Viewer, code: string, on: string): Promise<ScopedUnit> {
  const scope = scopeSql(viewer, "u", 3);
  const [unit] = await keptRows<ScopedUnit>(
    `SELECT ${UNIT_COLUMNS} FROM unit u
      WHERE u.code = $1 AND u.valid_from <= $2::date AND (u.valid_until IS NULL OR u.valid_until > $2::date)
        AND ${scope.sql}`,
    [code, on, ...scope.values],
    "scope-unit-by-code",
  );
  if (!unit) throw new AppError("notFound", { what: "unit" });
  return unit;
}
