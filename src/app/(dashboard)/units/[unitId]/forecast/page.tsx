import { orNotFound } from "@/app/or-not-found";
import { parseId } from "@/app/parse-id";
import { ForecastPage } from "@/components/units/forecast-page";
import { parseView, type SearchParams } from "@/lib/filters";
import { returnPath } from "@/lib/return-path";
import { requireViewer } from "@/server/auth/require-viewer";
import { loadForecastPage } from "./load-forecast-page";

type PageProps = { params: Promise<{ unitId: string }>; searchParams: Promise<SearchParams> };

export default async function Page({ params, searchParams }: PageProps) {
  const [{ unitId }, search] = await Promise.all([params, searchParams]);
  const viewer = await requireViewer(returnPath(`/units/${unitId}/forecast`, search));
  const props = await orNotFound(loadForecastPage(viewer, parseId(unitId), parseView(search)));
  return <ForecastPage {...props} />;
}
