import { orNotFound } from "@/app/or-not-found";
import { parseId } from "@/app/parse-id";
import { TimePage } from "@/components/units/time-page";
import { parseView, type SearchParams } from "@/lib/filters";
import { returnPath } from "@/lib/return-path";
import { requireViewer } from "@/server/auth/require-viewer";
import { loadTimePage } from "./load-time-page";

type PageProps = { params: Promise<{ unitId: string }>; searchParams: Promise<SearchParams> };

export default async function Page({ params, searchParams }: PageProps) {
  const [{ unitId }, search] = await Promise.all([params, searchParams]);
  const viewer = await requireViewer(returnPath(`/units/${unitId}/time`, search));
  const props = await orNotFound(loadTimePage(viewer, parseId(unitId), parseView(search)));
  return <TimePage {...props} />;
}
