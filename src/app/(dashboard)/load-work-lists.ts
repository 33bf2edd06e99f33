import type { WorkList, WorkMeasure } from "@/components/dossiers/work-section";
import type { Viewer } from "@/lib/access/viewer";
import type { Period } from "@/lib/period";
import { listDossiers } from "@/server/queries/list-dossiers";

/** What waits for somebody in a unit and below it, on the evening of the as-of day. */
export function loadWorkLists(
  viewer: Viewer,
  { unitId, from, to }: Period & { readonly unitId: number },
  measures: readonly WorkMeasure[],
): Promise<WorkList[]> {
  const filter = { unitId, from, to, restOf: null, fieldId: null, channel: null, sort: "dueOn", page: 1 } as const;
  return Promise.all(
    measures.map(async (measure) => {
      const { total, rows, tellsChance, chancesAreOld } = await listDossiers(viewer, { ...filter, measure });
      return { measure, total, rows, tellsChance, chancesAreOld };
    }),
  );
}
