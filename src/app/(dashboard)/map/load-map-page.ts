import type { MapPageProps } from "@/components/map/map-page";
import { canImportBoundaries } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import type { RankingLevel, View } from "@/lib/filters";
import type { MapMode } from "@/lib/map-mode";
import { getDataStatus } from "@/server/queries/get-data-status";
import { getMapUnits } from "@/server/queries/get-map-units";
import { getRanking } from "@/server/queries/get-ranking";
import { getUnit } from "@/server/queries/get-unit";
import { preferredLevel } from "../preferred-level";
import { resolveView } from "../resolve-view";

const FIRST_GUESS: RankingLevel = "district";

/** What the map shows: the ranking of the same view, and where its units lie. */
export async function loadMapPage(viewer: Viewer, view: View, mode: MapMode): Promise<MapPageProps> {
  const status = await getDataStatus(viewer);
  const resolved = resolveView(view, status);
  const unit = view.unit === null ? { id: viewer.unitId } : { code: view.unit };
  const guess = await getRanking(viewer, { ...resolved, unit, level: view.level ?? FIRST_GUESS });
  const { ancestors, levelsBelow } = await getUnit(viewer, guess.unit.id, resolved.to);
  const level = view.level ?? preferredLevel(levelsBelow) ?? FIRST_GUESS;
  const ranking = level === guess.level ? guess : await getRanking(viewer, { ...resolved, unit, level });
  const mapUnits = await getMapUnits(viewer, { unitId: ranking.unit.id, level, on: resolved.to });
  return {
    ranking,
    mapUnits,
    mode,
    ancestors,
    levels: levelsBelow,
    status,
    canImportBoundaries: canImportBoundaries(viewer.role),
  };
}
