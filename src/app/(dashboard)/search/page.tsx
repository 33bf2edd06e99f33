import { SearchPage } from "@/components/search/search-page";
import type { SearchParams } from "@/lib/filters";
import { returnPath } from "@/lib/return-path";
import { requireViewer } from "@/server/auth/require-viewer";
import { FOUND_MOST, findInScope } from "@/server/queries/find-in-scope";

const LONGEST = 100;

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams;
  const viewer = await requireViewer(returnPath("/search", params));
  const text = typeof params.q === "string" ? params.q.trim().slice(0, LONGEST) : "";
  const found = await findInScope(viewer, text);
  return <SearchPage text={text} ownUnitId={viewer.unitId} most={FOUND_MOST} found={found} />;
}
