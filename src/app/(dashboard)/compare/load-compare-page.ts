import type { ComparePageProps } from "@/components/compare/compare-page";
import type { ShownTrends } from "@/components/compare/types";
import type { Viewer } from "@/lib/access/viewer";
import type { RankingLevel, View } from "@/lib/filters";
import { getDataStatus } from "@/server/queries/get-data-status";
import { getRanking, type Ranking } from "@/server/queries/get-ranking";
import type { TrendMonth } from "@/server/queries/get-trend";
import { getUnit } from "@/server/queries/get-unit";
import { getUnitTrends } from "@/server/queries/get-unit-trends";
import { preferredLevel } from "../preferred-level";
import { resolveView } from "../resolve-view";

/** Chance matters most where there are many units of few dossiers. */
const FIRST_GUESS: RankingLevel = "commune";
const MONTHS = 12;

/** What the comparison shows; the unit defaults to the viewer's own, the level to the communes below it. */
export async function loadComparePage(viewer: Viewer, view: View): Promise<ComparePageProps> {
  const status = await getDataStatus(viewer);
  const resolved = resolveView(view, status);
  const unit = view.unit === null ? { id: viewer.unitId } : { code: view.unit };
  const guess = await getRanking(viewer, { ...resolved, unit, level: view.level ?? FIRST_GUESS });
  const { ancestors, levelsBelow } = await getUnit(viewer, guess.unit.id, resolved.to);
  const level =
    view.level ?? (levelsBelow.includes(FIRST_GUESS) ? FIRST_GUESS : (preferredLevel(levelsBelow) ?? FIRST_GUESS));
  const ranking = level === guess.level ? guess : await getRanking(viewer, { ...resolved, unit, level });
  const { formula, to } = resolved;
  const byUnit = await getUnitTrends(viewer, { unitId: ranking.unit.id, level, to, months: MONTHS, formula });
  return { ranking, trends: trendsInOrder(ranking, byUnit), ancestors, levels: levelsBelow, status };
}

function trendsInOrder({ rows }: Ranking, byUnit: ReadonlyMap<number, readonly TrendMonth[]>): ShownTrends {
  const [first = []] = byUnit.values();
  return {
    months: first.map(({ period }) => period),
    units: rows
      .map((row) => ({ row, rates: (byUnit.get(row.unitId ?? 0) ?? []).map(({ rate }) => rate) }))
      .filter(({ rates }) => rates.some((rate) => rate !== null)),
  };
}
