import { orNotFound } from "@/app/or-not-found";
import { ComparePage } from "@/components/compare/compare-page";
import { parseView, type SearchParams } from "@/lib/filters";
import { returnPath } from "@/lib/return-path";
import { requireViewer } from "@/server/auth/require-viewer";
import { loadComparePage } from "./load-compare-page";

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams;
  const viewer = await requireViewer(returnPath("/compare", params));
  const props = await orNotFound(loadComparePage(viewer, parseView(params)));
  return <ComparePage {...props} />;
}
