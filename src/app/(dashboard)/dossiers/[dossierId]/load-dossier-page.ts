import type { DossierPageProps } from "@/components/dossiers/dossier-page";
import { canImport } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import type { DossierFilterDraft } from "@/lib/filters";
import { getDataStatus } from "@/server/queries/get-data-status";
import { getDossier } from "@/server/queries/get-dossier";
import { getUnit } from "@/server/queries/get-unit";
import { resolvePeriod } from "../../resolve-view";

/** One dossier, and the list that the way back leads to. */
export async function loadDossierPage(
  viewer: Viewer,
  dossierId: number,
  draft: DossierFilterDraft,
): Promise<Omit<DossierPageProps, "isFromList">> {
  const [dossier, status] = await Promise.all([getDossier(viewer, dossierId), getDataStatus(viewer)]);
  const { ancestors } = await getUnit(viewer, dossier.unitId, dossier.asOf);
  const canSeeImports = canImport(viewer.role);
  const list = { ...draft, unitId: draft.unitId ?? dossier.unitId, ...resolvePeriod(draft, status) };
  return { dossier: { ...dossier, status: dossier.facts.status }, ancestors, list, canSeeImports, status };
}
