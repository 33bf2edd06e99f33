import { orNotFound } from "@/app/or-not-found";
import { MapPage } from "@/components/map/map-page";
import { parseView, type SearchParams } from "@/lib/filters";
import { returnPath } from "@/lib/return-path";
import { requireViewer } from "@/server/auth/require-viewer";
import { loadMapPage } from "./load-map-page";

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams;
  const viewer = await requireViewer(returnPath("/map", params));
  const mode = params.draw === "tiles" ? "tiles" : "shapes";
  const props = await orNotFound(loadMapPage(viewer, parseView(params), mode));
  return <MapPage {...props} />;
}
