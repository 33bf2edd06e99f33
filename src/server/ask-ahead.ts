import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { lastMonthIn, presetPeriod } from "@/lib/period";
import { UNIT_CUTS } from "@/lib/unit-cuts";
import { queryRows } from "./db";
import { getDataQuality } from "./queries/get-data-quality";
import { getDataStatus } from "./queries/get-data-status";
import { getOverdueAges } from "./queries/get-overdue-ages";
import { getTalliesByCut } from "./queries/get-tallies-by-cut";
import { getTalliesByField } from "./queries/get-tallies-by-field";
import { getTimeSpent } from "./queries/get-time-spent";

const ROOTS_SQL = "SELECT id FROM unit WHERE province_id = $1 AND parent_id IS NULL ORDER BY id";

/**
 * Asks what the pages of a whole province ask first after an import, over the period they open with, one question after
 * the other: what takes long is kept for them (`slow-rows.ts`). Answers about its parts come soon enough by themselves.
 */
export async function askAhead(viewer: Viewer): Promise<void> {
  const { asOf } = await getDataStatus(viewer);
  if (asOf === null) return;
  const year = presetPeriod("yearToDate", asOf);
  for (const { id: unitId } of await queryRows<{ id: number }>(ROOTS_SQL, [viewer.provinceId])) {
    const input = { ...year, unitId };
    await getDataQuality(viewer, { ...input, level: "district" });
    await getDataQuality(viewer, { ...input, ...lastMonthIn(year), level: "district" });
    await getOverdueAges(viewer, input);
    await getTalliesByField(viewer, input);
    for (const cut of UNIT_CUTS) await getTalliesByCut(viewer, { ...input, cut });
    await getTimeSpent(viewer, input);
  }
}
