import type { HomeBase, Stocks } from "@/components/home/types";
import type { Viewer } from "@/lib/access/viewer";
import { countDossiers } from "@/server/queries/count-dossiers";

/** How many fall due soon and how many are paused for long, on the evening of the as-of day. */
export async function loadStocks(viewer: Viewer, { unit, view }: HomeBase): Promise<Stocks> {
  const selection = { unitId: unit.id, from: view.from, to: view.to, restOf: null, fieldId: null, channel: null };
  const [dueSoon, pausedLong] = await Promise.all([
    countDossiers(viewer, { ...selection, measure: "dueSoon" }),
    countDossiers(viewer, { ...selection, measure: "pausedLong" }),
  ]);
  return { dueSoon, pausedLong };
}
