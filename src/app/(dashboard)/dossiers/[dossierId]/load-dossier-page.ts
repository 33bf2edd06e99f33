import type { DossierPageProps } from "@/components/dossiers/dossier-page";
import { canImport } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import { getDataStatus } from "@/server/queries/get-data-status";
import { getDossier } from "@/server/queries/get-dossier";
import { getUnit } from "@/server/queries/get-unit";

export async function loadDossierPage(viewer: Viewer, dossierId: number): Promise<DossierPageProps> {
  const [dossier, status] = await Promise.all([getDossier(viewer, dossierId), getDataStatus(viewer)]);
  const { ancestors } = await getUnit(viewer, dossier.unitId, dossier.asOf);
  const canSeeImports = canImport(viewer.role);
  return { dossier: { ...dossier, status: dossier.facts.status }, ancestors, canSeeImports, status };
}
