import "server-only";
import { canManageUsers } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import { recordAudit } from "../audit/record-audit";
import { revokeSessions } from "../auth/revoke-sessions";
import { now } from "../clock";
import { database } from "../db";
import { AppError } from "../errors";

/**
 * Closes an account of the viewer's province and ends its sessions: its next request is signed out. Doing it
 * again changes nothing. Throws `notFound`, and `invalidInput` for one's own account.
 */
export async function disableUser(viewer: Viewer, { username }: { readonly username: string }): Promise<void> {
  if (!canManageUsers(viewer.role)) throw new AppError("notFound", { what: "user" });
  await database().prisma.$transaction(async (transaction) => {
    const where = { provinceId: viewer.provinceId, username: username.trim().toLowerCase() };
    const user = await transaction.user.findFirst({ where });
    if (!user) throw new AppError("notFound", { what: "user" });
    if (user.id === viewer.userId) throw new AppError("invalidInput", { field: "username", reason: "self" });
    if (user.disabledAt !== null) return;
    const moment = now();
    await transaction.user.update({ where: { id: user.id }, data: { disabledAt: moment } });
    const sessions = await revokeSessions(transaction, user.id, moment);
    await recordAudit(transaction, viewer, { action: "disableUser", subject: user.username, details: { sessions } });
  });
}
