import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { database } from "../db";
import { AppError } from "../errors";
import { getSavedView } from "../queries/get-saved-view";

type StarViewInput = { readonly viewId: number; readonly isStarred: boolean };

/** The reader's own mark on a view that it may open. Doing it again changes nothing. Throws `notFound`. */
export async function starView(viewer: Viewer, { viewId, isStarred }: StarViewInput): Promise<void> {
  const { provinceId, userId } = viewer;
  if (userId === null) throw new AppError("notFound", { what: "savedView" });
  await getSavedView(viewer, viewId);
  const { starredView } = database().prisma;
  const star = { provinceId, userId, viewId };
  if (isStarred) await starredView.createMany({ data: [star], skipDuplicates: true });
  else await starredView.deleteMany({ where: star });
}
