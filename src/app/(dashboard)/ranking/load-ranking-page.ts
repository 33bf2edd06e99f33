import type { RankingPageProps } from "@/components/ranking/ranking-page";
import type { Viewer } from "@/lib/access/viewer";
import type { RankingLevel, View } from "@/lib/filters";
import { chooseRows } from "@/lib/insight/choose-rows";
import { readRanks } from "@/lib/insight/rank-readings";
import { previousPeriod } from "@/lib/period";
import type { RankingChoice } from "@/lib/ranking-choice";
import { getAggregates } from "@/server/queries/get-aggregates";
import { getDataStatus } from "@/server/queries/get-data-status";
import { getRanking } from "@/server/queries/get-ranking";
import { getUnit } from "@/server/queries/get-unit";
import { getUnitTrends } from "@/server/queries/get-unit-trends";
import { loadExpectedVolumes } from "../load-expected-volumes";
import { preferredLevel } from "../preferred-level";
import { resolveView } from "../resolve-view";

const FIRST_GUESS: RankingLevel = "district";
const MONTHS = 12;

/** What the ranking page shows; the unit and its level default to the viewer's own and the next below. */
export async function loadRankingPage(viewer: Viewer, view: View, choice: RankingChoice) {
  const status = await getDataStatus(viewer);
  const resolved = resolveView(view, status);
  const unit = view.unit === null ? { id: viewer.unitId } : { code: view.unit };
  const guess = await getRanking(viewer, { ...resolved, unit, level: view.level ?? FIRST_GUESS });
  const { ancestors, levelsBelow } = await getUnit(viewer, guess.unit.id, resolved.to);
  const level = view.level ?? preferredLevel(levelsBelow) ?? FIRST_GUESS;
  const ranking = level === guess.level ? guess : await getRanking(viewer, { ...resolved, unit, level });
  const { id: unitId } = ranking.unit;
  const previous = previousPeriod(ranking.period);
  const { to, formula, target } = resolved;
  const [before, trends, aggregates, expected] = await Promise.all([
    getRanking(viewer, { ...previous, unit: { id: unitId }, level, formula, target }),
    getUnitTrends(viewer, { unitId, to, months: MONTHS, formula, level }),
    getAggregates(viewer, { unitId, level, ...ranking.period }),
    loadExpectedVolumes(viewer, { unitId, level, period: ranking.period }),
  ]);
  const ranks = readRanks(ranking.rows, before.rows, target);
  const months = new Map([...trends].map(([id, trend]) => [id, trend.map(({ rate }) => rate)]));
  const chosen = chooseRows(ranking.rows, ranks, choice, target);
  const readings = { ranks, months, previous };
  return {
    ranking,
    chosen,
    readings,
    expected,
    choice,
    aggregates,
    ancestors,
    levels: levelsBelow,
    status,
  } satisfies RankingPageProps;
}
