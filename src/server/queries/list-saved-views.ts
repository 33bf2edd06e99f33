import "server-only";
import { z } from "zod";
import type { Viewer } from "@/lib/access/viewer";
import { PERIOD_PRESETS, type PeriodPreset } from "@/lib/period";
import { VIEW_PAGES, type ViewPage } from "@/lib/view-address";
import { aboveSql, type ScopedUnit, scopeSql } from "../access/scope";
import { queryRows } from "../db";

export type SavedView = {
  readonly id: number;
  readonly name: string;
  readonly page: ViewPage;
  /** Null: the unit of whoever opens it. */
  readonly unit: Pick<ScopedUnit, "id" | "code" | "name"> | null;
  /** Null where the days are fixed, or the page's own. */
  readonly preset: PeriodPreset | null;
  readonly params: URLSearchParams;
  readonly isOwn: boolean;
  readonly isShared: boolean;
  readonly isStarred: boolean;
  readonly ownerName: string;
};

const rowSchema = z.object({
  id: z.number(),
  name: z.string(),
  page: z.enum(VIEW_PAGES),
  unitId: z.number().nullable(),
  unitCode: z.string().nullable(),
  unitName: z.string().nullable(),
  preset: z.enum(PERIOD_PRESETS).nullable(),
  params: z.string().transform((text) => new URLSearchParams(text)),
  isOwn: z.boolean(),
  isShared: z.boolean(),
  isStarred: z.boolean(),
  ownerName: z.string(),
});

/** What the viewer keeps and what is shared with it, of units that it sees: starred first, then its own, by name. */
export async function listSavedViews(viewer: Viewer): Promise<SavedView[]> {
  if (viewer.userId === null) return [];
  const scope = scopeSql(viewer, "u", 2);
  const rows = await queryRows(
    `SELECT v.id, v.name, v.page, v.preset, v.params, v.is_shared AS "isShared", v.user_id = $1 AS "isOwn",
            u.id AS "unitId", u.code AS "unitCode", u.name AS "unitName", a.display_name AS "ownerName",
            EXISTS (SELECT FROM starred_view s
                     WHERE s.province_id = v.province_id AND s.user_id = $1 AND s.view_id = v.id) AS "isStarred"
       FROM saved_view v
       JOIN user_account a ON a.id = v.user_id
       JOIN unit o ON o.id = a.unit_id
       LEFT JOIN unit u ON u.id = v.unit_id
      WHERE v.province_id = $2 AND (v.unit_id IS NULL OR ${scope.sql})
        AND (v.user_id = $1 OR (v.is_shared AND ${aboveSql(viewer, "o", 2).sql}))
      ORDER BY "isStarred" DESC, "isOwn" DESC, v.name, v.id`,
    [viewer.userId, ...scope.values],
    "list-saved-views",
  );
  return rows.flatMap((row) => {
    const parsed = rowSchema.safeParse(row);
    // A page that no longer exists cannot be opened.
    if (!parsed.success) return [];
    const { unitId, unitCode, unitName, ...view } = parsed.data;
    const unit =
      unitId === null || unitCode === null || unitName === null ? null : { id: unitId, code: unitCode, name: unitName };
    return [{ ...view, unit }];
  });
}
