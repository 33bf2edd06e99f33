import { orNotFound } from "@/app/or-not-found";
import { QualityPage } from "@/components/quality/quality-page";
import { parseView, type SearchParams } from "@/lib/filters";
import { returnPath } from "@/lib/return-path";
import { requireViewer } from "@/server/auth/require-viewer";
import { loadQualityPage } from "./load-quality-page";

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams;
  const viewer = await requireViewer(returnPath("/quality", params));
  const props = await orNotFound(loadQualityPage(viewer, parseView(params)));
  return <QualityPage {...props} />;
}
