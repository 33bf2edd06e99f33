import type { RankingPageProps } from "@/components/ranking/ranking-page";
import type { Viewer } from "@/lib/access/viewer";
import type { RankingLevel, View } from "@/lib/filters";
import { getDataStatus } from "@/server/queries/get-data-status";
import { getRanking } from "@/server/queries/get-ranking";
import { getUnit } from "@/server/queries/get-unit";
import { preferredLevel } from "../preferred-level";
import { resolveView } from "../resolve-view";

const FIRST_GUESS: RankingLevel = "district";

/** What the ranking page shows; the unit and its level default to the viewer's own and the next below. */
export async function loadRankingPage(viewer: Viewer, view: View) {
  const status = await getDataStatus(viewer);
  const resolved = resolveView(view, status);
  const unit = view.unit === null ? { id: viewer.unitId } : { code: view.unit };
  const guess = await getRanking(viewer, { ...resolved, unit, level: view.level ?? FIRST_GUESS });
  const { ancestors, levelsBelow } = await getUnit(viewer, guess.unit.id, resolved.to);
  const level = view.level ?? preferredLevel(levelsBelow) ?? FIRST_GUESS;
  const ranking = level === guess.level ? guess : await getRanking(viewer, { ...resolved, unit, level });
  return { ranking, ancestors, levels: levelsBelow, status } satisfies RankingPageProps;
}
