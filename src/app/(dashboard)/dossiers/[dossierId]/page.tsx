import { orNotFound } from "@/app/or-not-found";
import { parseId } from "@/app/parse-id";
import { DossierPage } from "@/components/dossiers/dossier-page";
import { parseDossierFilter, type SearchParams } from "@/lib/filters";
import { returnPath } from "@/lib/return-path";
import { requireViewer } from "@/server/auth/require-viewer";
import { loadDossierPage } from "./load-dossier-page";

type PageProps = { params: Promise<{ dossierId: string }>; searchParams: Promise<SearchParams> };

export default async function Page({ params, searchParams }: PageProps) {
  const [{ dossierId }, search] = await Promise.all([params, searchParams]);
  const viewer = await requireViewer(returnPath(`/dossiers/${encodeURIComponent(dossierId)}`, search));
  const isFromList = search.measure !== undefined;
  const props = await orNotFound(loadDossierPage(viewer, parseId(dossierId), parseDossierFilter(search)));
  return <DossierPage {...props} isFromList={isFromList} />;
}
