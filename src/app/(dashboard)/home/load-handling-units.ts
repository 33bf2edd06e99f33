import type { HomeBase } from "@/components/home/types";
import type { Viewer } from "@/lib/access/viewer";
import { getRanking, type Ranking } from "@/server/queries/get-ranking";

/** The rankings of the levels that handle dossiers themselves: communes and divisions. No unit is in both. */
export async function loadHandlingUnits(viewer: Viewer, { unit, view }: HomeBase): Promise<readonly Ranking[]> {
  const input = { ...view, unit: { id: unit.id } };
  return Promise.all([
    getRanking(viewer, { ...input, level: "commune" }),
    getRanking(viewer, { ...input, level: "division" }),
  ]);
}
