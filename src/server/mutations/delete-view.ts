import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { recordAudit } from "../audit/record-audit";
import { database } from "../db";
import { AppError } from "../errors";

/** Forgets a view of the viewer's own, for those it was shared with too. Throws `notFound`. */
export async function deleteView(viewer: Viewer, { viewId }: { readonly viewId: number }): Promise<void> {
  const { provinceId, userId } = viewer;
  if (userId === null) throw new AppError("notFound", { what: "savedView" });
  await database().prisma.$transaction(async (transaction) => {
    const view = await transaction.savedView.findUnique({
      where: { provinceId_id: { provinceId, id: viewId } },
      select: { name: true, userId: true, isShared: true },
    });
    if (view?.userId !== userId) throw new AppError("notFound", { what: "savedView" });
    await transaction.savedView.delete({ where: { provinceId_id: { provinceId, id: viewId } } });
    await recordAudit(transaction, viewer, {
      action: "deleteView",
      subject: view.name,
      details: { isShared: view.isShared },
    });
  });
}
