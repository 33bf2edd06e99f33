import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { type AggregateRow, getAggregates } from "../queries/get-aggregates";
import type { Ranking } from "../queries/get-ranking";

/** A year of every commune of a province: what a file takes, however few a page shows. */
export const MOST_TABLES = 5000;

/** What tables tell of the units and the period of a ranking, for whoever takes it away whole. */
export async function rankingTables(
  viewer: Viewer,
  { unit, level, period }: Ranking,
): Promise<readonly AggregateRow[]> {
  const { rows } = await getAggregates(viewer, { unitId: unit.id, level, ...period, most: MOST_TABLES });
  return rows;
}
