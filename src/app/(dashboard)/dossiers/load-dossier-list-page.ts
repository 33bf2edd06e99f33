import type { DossierListPageProps } from "@/components/dossiers/dossier-list-page";
import { canSeeOfficers } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import type { DossierFilterDraft } from "@/lib/filters";
import { getDataStatus } from "@/server/queries/get-data-status";
import { getTalliesByField } from "@/server/queries/get-tallies-by-field";
import { getUnit } from "@/server/queries/get-unit";
import { DOSSIER_PAGE_SIZE, listDossiers } from "@/server/queries/list-dossiers";
import { resolvePeriod } from "../resolve-view";

/** What the list shows; the unit and the period default to the viewer's own and the year of the data. */
export async function loadDossierListPage(viewer: Viewer, draft: DossierFilterDraft): Promise<DossierListPageProps> {
  const status = await getDataStatus(viewer);
  const filter = { ...draft, unitId: draft.unitId ?? viewer.unitId, ...resolvePeriod(draft, status) };
  const { ancestors } = await getUnit(viewer, filter.unitId, filter.to);
  const [list, fields] = await Promise.all([listDossiers(viewer, filter), getTalliesByField(viewer, filter)]);
  return {
    list: { ...list, filter, pageSize: DOSSIER_PAGE_SIZE },
    ancestors,
    fields,
    status,
    canAskOfficers: canSeeOfficers(viewer.role),
  };
}
