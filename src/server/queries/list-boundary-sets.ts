import "server-only";
import { canImportBoundaries } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import type { RankingLevel } from "@/lib/filters";
import { scopeSql } from "../access/scope";
import { queryRows } from "../db";
import { AppError } from "../errors";

export type BoundarySet = {
  readonly level: RankingLevel | "province";
  readonly fileName: string;
  readonly units: number;
  /** ISO instant. */
  readonly importedAt: string;
};

type SetRow = { level: BoundarySet["level"]; file_name: string; units: number; imported_at: Date };

/** The shapes that were imported, by level and file, the newest first. Throws `notFound` without the right. */
export async function listBoundarySets(viewer: Viewer): Promise<BoundarySet[]> {
  if (!canImportBoundaries(viewer.role)) throw new AppError("notFound", { what: "boundaries" });
  const scope = scopeSql(viewer, "u", 1);
  const rows = await queryRows<SetRow>(
    `SELECT u.level, b.file_name, count(*)::int AS units, max(b.created_at) AS imported_at
       FROM unit_boundary b JOIN unit u ON u.id = b.unit_id
      WHERE ${scope.sql} AND b.province_id = $1
      GROUP BY 1, 2 ORDER BY imported_at DESC, 1, 2`,
    scope.values,
    "boundary-sets",
  );
  return rows.map(({ level, file_name, units, imported_at }) => ({
    level,
    fileName: file_name,
    units,
    importedAt: imported_at.toISOString(),
  }));
}
