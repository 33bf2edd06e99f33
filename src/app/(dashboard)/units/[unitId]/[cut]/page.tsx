import { orNotFound } from "@/app/or-not-found";
import { parseId } from "@/app/parse-id";
import { CutPage } from "@/components/units/cut-page";
import { parseView, type SearchParams } from "@/lib/filters";
import { returnPath } from "@/lib/return-path";
import { parseCutNarrowing } from "@/lib/unit-cuts";
import { requireViewer } from "@/server/auth/require-viewer";
import { loadCutPage } from "./load-cut-page";

type PageProps = { params: Promise<{ unitId: string; cut: string }>; searchParams: Promise<SearchParams> };

export default async function Page({ params, searchParams }: PageProps) {
  const [{ unitId, cut }, search] = await Promise.all([params, searchParams]);
  const viewer = await requireViewer(returnPath(`/units/${unitId}/${cut}`, search));
  const address = { unitId: parseId(unitId), cut, showsAll: search.all === "1", narrowing: parseCutNarrowing(search) };
  const props = await orNotFound(loadCutPage(viewer, address, parseView(search)));
  return <CutPage {...props} />;
}
