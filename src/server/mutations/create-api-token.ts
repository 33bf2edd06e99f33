import "server-only";
import { z } from "zod";
import { canManageApiTokens } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import { cleanText } from "@/lib/text";
import { requireUnit } from "../access/scope";
import { recordAudit } from "../audit/record-audit";
import { hashApiTokenSecret, newApiTokenSecret } from "../auth/api-token-secret";
import { now } from "../clock";
import { database } from "../db";
import { AppError } from "../errors";

const name = z.string().transform(cleanText).pipe(z.string().min(1).max(100));

const inputSchema = z.object({
  tokenName: name,
  sourceName: name,
  unitId: z.number().int().positive(),
  expiresAt: z.date().nullable(),
});

export type CreateApiTokenInput = z.input<typeof inputSchema>;

/**
 * Lets another system send dossiers of a source for a unit and what is below it. Returns the secret, which is
 * kept nowhere. Throws `notFound` for who may not and for units out of scope, `invalidInput` with `field`.
 */
export async function createApiToken(
  viewer: Viewer,
  input: CreateApiTokenInput,
): Promise<{ readonly id: number; readonly secret: string }> {
  if (!canManageApiTokens(viewer.role)) throw new AppError("notFound", { what: "apiToken" });
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) {
    throw new AppError("invalidInput", {
      field: String(parsed.error.issues[0]?.path[0] ?? "input"),
      reason: "malformed",
    });
  }
  const { tokenName, sourceName, unitId, expiresAt } = parsed.data;
  if (expiresAt !== null && expiresAt <= now()) {
    throw new AppError("invalidInput", { field: "expiresAt", reason: "past" });
  }
  await requireUnit(viewer, unitId);
  const { provinceId } = viewer;
  const secret = newApiTokenSecret();
  return database().prisma.$transaction(async (transaction) => {
    const source = await transaction.source.upsert({
      where: { provinceId_name: { provinceId, name: sourceName } },
      create: { provinceId, name: sourceName },
      update: {},
    });
    const [token] = await transaction.apiToken.createManyAndReturn({
      data: [
        {
          provinceId,
          sourceId: source.id,
          unitId,
          name: tokenName,
          secretHash: hashApiTokenSecret(secret),
          createdBy: viewer.userId,
          createdAt: now(),
          expiresAt,
        },
      ],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!token) throw new AppError("invalidInput", { field: "tokenName", reason: "taken" });
    await recordAudit(transaction, viewer, {
      action: "createApiToken",
      subject: tokenName,
      details: { sourceName, unitId, expiresAt: expiresAt?.toISOString() ?? null },
    });
    return { id: token.id, secret };
  });
}
