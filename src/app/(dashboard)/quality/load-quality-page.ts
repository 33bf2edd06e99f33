import type { Viewer } from "@/lib/access/viewer";
import type { RankingLevel, View } from "@/lib/filters";
import { requireUnitByCode } from "@/server/access/scope";
import { getDataQuality } from "@/server/queries/get-data-quality";
import { getDataStatus } from "@/server/queries/get-data-status";
import { getUnit } from "@/server/queries/get-unit";
import { preferredLevel } from "../preferred-level";
import { resolvePeriod } from "../resolve-view";

const NOTHING_BELOW: RankingLevel = "commune";

/** What the quality page shows; the unit defaults to the viewer's own, the level to the next below it. */
export async function loadQualityPage(viewer: Viewer, view: View) {
  const status = await getDataStatus(viewer);
  const period = resolvePeriod(view, status);
  const unitId = view.unit === null ? viewer.unitId : (await requireUnitByCode(viewer, view.unit, period.to)).id;
  const { ancestors, levelsBelow } = await getUnit(viewer, unitId, period.to);
  const level = view.level ?? preferredLevel(levelsBelow) ?? NOTHING_BELOW;
  const quality = await getDataQuality(viewer, { ...period, unitId, level });
  return { quality, ancestors, levels: levelsBelow, status };
}
