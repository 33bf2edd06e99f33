import "server-only";
import { canManageApiTokens } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import { cleanText } from "@/lib/text";
import { isInScope } from "../access/scope";
import { recordAudit } from "../audit/record-audit";
import { now } from "../clock";
import { database } from "../db";
import { AppError } from "../errors";

/** Closes a token for good; its next request is refused. Doing it again changes nothing. Throws `notFound`. */
export async function revokeApiToken(viewer: Viewer, { tokenName }: { readonly tokenName: string }): Promise<void> {
  if (!canManageApiTokens(viewer.role)) throw new AppError("notFound", { what: "apiToken" });
  await database().prisma.$transaction(async (transaction) => {
    const where = { provinceId_name: { provinceId: viewer.provinceId, name: cleanText(tokenName) } };
    const token = await transaction.apiToken.findUnique({
      where,
      select: { id: true, revokedAt: true, unit: { select: { path: true } } },
    });
    if (!token || !isInScope(viewer, token.unit.path)) throw new AppError("notFound", { what: "apiToken" });
    if (token.revokedAt !== null) return;
    await transaction.apiToken.update({ where: { id: token.id }, data: { revokedAt: now() } });
    await recordAudit(transaction, viewer, { action: "revokeApiToken", subject: cleanText(tokenName) });
  });
}
