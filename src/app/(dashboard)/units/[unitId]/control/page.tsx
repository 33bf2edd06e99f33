import { orNotFound } from "@/app/or-not-found";
import { parseId } from "@/app/parse-id";
import { ControlPage } from "@/components/units/control-page";
import { parseView, type SearchParams } from "@/lib/filters";
import { returnPath } from "@/lib/return-path";
import { requireViewer } from "@/server/auth/require-viewer";
import { loadControlPage } from "./load-control-page";

type PageProps = { params: Promise<{ unitId: string }>; searchParams: Promise<SearchParams> };

export default async function Page({ params, searchParams }: PageProps) {
  const [{ unitId }, search] = await Promise.all([params, searchParams]);
  const viewer = await requireViewer(returnPath(`/units/${unitId}/control`, search));
  const props = await orNotFound(loadControlPage(viewer, parseId(unitId), parseView(search)));
  return <ControlPage {...props} />;
}
