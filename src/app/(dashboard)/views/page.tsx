import { ViewsPage } from "@/components/views/views-page";
import { requireViewer } from "@/server/auth/require-viewer";
import { listSavedViews } from "@/server/queries/list-saved-views";
import { submitDelete, submitStar } from "./actions";

export default async function Page() {
  const viewer = await requireViewer("/views");
  return <ViewsPage views={await listSavedViews(viewer)} star={submitStar} remove={submitDelete} />;
}
