import "server-only";
import { cache } from "react";
import type { Viewer } from "@/lib/access/viewer";
import type { CalendarDay } from "@/lib/sla";
import { requireUnit } from "../access/scope";
import { keptRows } from "../kept-rows";
import { ancestorPaths } from "./group-units";

export type OrderedTarget = {
  readonly thresholdBp: number;
  readonly mustExceed: boolean;
  /** The day by which it was to be reached; null for a standing one. */
  readonly reachBy: CalendarDay | null;
  /** The document that orders it. */
  readonly basis: string;
};

/**
 * What a unit was told to reach, as it held on a day: its own targets first, then those above it that hold for all
 * below, the nearest first. Asked once a request. Throws `notFound`.
 */
export const listTargets = cache(
  async (viewer: Viewer, unitId: number, on: CalendarDay): Promise<readonly OrderedTarget[]> => {
    const unit = await requireUnit(viewer, unitId);
    return keptRows<OrderedTarget>(
      `SELECT t.threshold_bp AS "thresholdBp", t.must_exceed AS "mustExceed", t.reach_by AS "reachBy", t.basis
       FROM target t JOIN unit u ON u.id = t.unit_id
      WHERE t.province_id = $1 AND u.path = ANY($2) AND (t.subtree OR u.id = $3)
        AND t.effective_from <= $4::date AND (t.effective_until IS NULL OR t.effective_until > $4::date)
      ORDER BY length(u.path) DESC, t.reach_by NULLS LAST, t.id`,
      [viewer.provinceId, ancestorPaths(unit.path), unit.id, on],
      "list-targets",
    );
  },
);
