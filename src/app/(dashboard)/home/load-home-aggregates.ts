import type { HomeAggregates } from "@/components/aggregates/aggregates-at-home";
import type { Viewer } from "@/lib/access/viewer";
import type { RankingLevel } from "@/lib/filters";
import type { Period } from "@/lib/period";
import { type Aggregates, getAggregates } from "@/server/queries/get-aggregates";

/** Tables are of communes where they are not of the level that a home ranks. */
const LOWEST: RankingLevel = "commune";

/** Tables of the period that no dossier stands beside: the viewer's own unit's, and how many of those below it. */
export async function loadHomeAggregates(
  viewer: Viewer,
  period: Period,
  level: RankingLevel | null,
): Promise<HomeAggregates> {
  const input = { unitId: viewer.unitId, ...period };
  const levels = level === null ? [] : [...new Set([level, LOWEST])];
  const [own, ...below] = await Promise.all([
    getAggregates(viewer, { ...input, level: null }),
    ...levels.map((each) => getAggregates(viewer, { ...input, level: each })),
  ]);
  const counts = below.map((each, at) => ({ level: levels[at] ?? LOWEST, below: onlyTold(each).length }));
  const found = counts.find((each) => each.below > 0) ?? { level: LOWEST, below: 0 };
  return { own: { ...own, rows: onlyTold(own) }, ...found };
}

function onlyTold({ rows }: Aggregates): Aggregates["rows"] {
  return rows.filter(({ dossiers }) => dossiers === null);
}
