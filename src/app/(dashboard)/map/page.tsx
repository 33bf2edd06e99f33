import { orNotFound } from "@/app/or-not-found";
import { MapPage } from "@/components/map/map-page";
import { parseView, type SearchParams } from "@/lib/filters";
import { parseMapMode } from "@/lib/map-mode";
import { returnPath } from "@/lib/return-path";
import { requireViewer } from "@/server/auth/require-viewer";
import { loadMapPage } from "./load-map-page";

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams;
  const viewer = await requireViewer(returnPath("/map", params));
  const props = await orNotFound(loadMapPage(viewer, parseView(params), parseMapMode(params)));
  return <MapPage {...props} />;
}
