import "server-only";
import { canManageUsers } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import { recordAudit } from "../audit/record-audit";
import { database } from "../db";
import { AppError } from "../errors";

/** Opens a disabled account of the viewer's province again; its old sessions stay ended. Throws `notFound`. */
export async function enableUser(viewer: Viewer, { username }: { readonly username: string }): Promise<void> {
  if (!canManageUsers(viewer.role)) throw new AppError("notFound", { what: "user" });
  await database().prisma.$transaction(async (transaction) => {
    const where = { provinceId: viewer.provinceId, username: username.trim().toLowerCase() };
    const user = await transaction.user.findFirst({ where });
    if (!user) throw new AppError("notFound", { what: "user" });
    if (user.disabledAt === null) return;
    await transaction.user.update({ where: { id: user.id }, data: { disabledAt: null } });
    await recordAudit(transaction, viewer, { action: "enableUser", subject: user.username });
  });
}
