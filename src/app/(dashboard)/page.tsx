import { orNotFound } from "@/app/or-not-found";
import { CommuneHome } from "@/components/home/commune-home";
import { DistrictHome } from "@/components/home/district-home";
import { InspectorHome } from "@/components/home/inspector-home";
import { ProvinceHome } from "@/components/home/province-home";
import type { SearchParams } from "@/lib/filters";
import { parseHomeView } from "@/lib/home-view";
import { returnPath } from "@/lib/return-path";
import { requireViewer } from "@/server/auth/require-viewer";
import { loadHome } from "./home/load-home";

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams;
  const viewer = await requireViewer(returnPath("/", params));
  const home = await orNotFound(loadHome(viewer, parseHomeView(params)));
  switch (home.kind) {
    case "province":
      return <ProvinceHome {...home.props} />;
    case "district":
      return <DistrictHome {...home.props} />;
    case "commune":
      return <CommuneHome {...home.props} />;
    case "inspector":
      return <InspectorHome {...home.props} />;
  }
}
