import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { AppError } from "../errors";
import { listSavedViews, type SavedView } from "./list-saved-views";

/** One of the views that the viewer may open. Throws `notFound`. */
export async function getSavedView(viewer: Viewer, viewId: number): Promise<SavedView> {
  const view = (await listSavedViews(viewer)).find(({ id }) => id === viewId);
  if (view === undefined) throw new AppError("notFound", { what: "savedView" });
  return view;
}
