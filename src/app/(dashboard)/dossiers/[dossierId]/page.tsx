import { orNotFound } from "@/app/or-not-found";
import { parseId } from "@/app/parse-id";
import { DossierPage } from "@/components/dossiers/dossier-page";
import { requireViewer } from "@/server/auth/require-viewer";
import { loadDossierPage } from "./load-dossier-page";

export default async function Page({ params }: { params: Promise<{ dossierId: string }> }) {
  const { dossierId } = await params;
  const viewer = await requireViewer(`/dossiers/${encodeURIComponent(dossierId)}`);
  return <DossierPage {...(await orNotFound(loadDossierPage(viewer, parseId(dossierId))))} />;
}
