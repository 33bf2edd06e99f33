import "server-only";
import type { Prisma } from "@/generated/prisma/client";

/** Ends all sessions of an account at the moment; returns how many there were. */
export async function revokeSessions(
  transaction: Pick<Prisma.TransactionClient, "session">,
  userId: number,
  moment: Date,
): Promise<number> {
  const { count } = await transaction.session.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: moment },
  });
  return count;
}
