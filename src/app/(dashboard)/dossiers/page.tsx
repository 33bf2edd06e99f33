import { orNotFound } from "@/app/or-not-found";
import { DossierListPage } from "@/components/dossiers/dossier-list-page";
import { parseDossierFilter, type SearchParams } from "@/lib/filters";
import { returnPath } from "@/lib/return-path";
import { requireViewer } from "@/server/auth/require-viewer";
import { loadDossierListPage } from "./load-dossier-list-page";

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams;
  const viewer = await requireViewer(returnPath("/dossiers", params));
  const props = await orNotFound(loadDossierListPage(viewer, parseDossierFilter(params)));
  return <DossierListPage {...props} />;
}
