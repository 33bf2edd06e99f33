import { orNotFound } from "@/app/or-not-found";
import { BoundariesPage } from "@/components/map/boundaries-page";
import { parseNews } from "@/components/map/boundary-news";
import type { SearchParams } from "@/lib/filters";
import { dayOf } from "@/lib/sla";
import { requireViewer } from "@/server/auth/require-viewer";
import { now } from "@/server/clock";
import { getDataStatus } from "@/server/queries/get-data-status";
import { listBoundarySets } from "@/server/queries/list-boundary-sets";
import { BOUNDARY_LIMIT } from "@/server/uploads/boundary-limit";
import { describeFormError } from "../../imports/form-error";

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer("/map/boundaries");
  const [params, sets, status] = await Promise.all([
    searchParams,
    orNotFound(listBoundarySets(viewer)),
    getDataStatus(viewer),
  ]);
  return (
    <BoundariesPage
      status={status}
      provinceName={status.provinceName}
      sets={sets}
      on={status.asOf ?? dayOf(now(), status.zone)}
      maxBytes={BOUNDARY_LIMIT}
      message={describeFormError(params)}
      news={parseNews(params)}
    />
  );
}
