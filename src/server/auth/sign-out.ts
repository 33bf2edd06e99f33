import "server-only";
import { recordAudit } from "../audit/record-audit";
import { now } from "../clock";
import { database } from "../db";
import { loadViewer } from "./load-viewer";
import { hashSessionSecret } from "./session-secret";

/** Ends the session of the secret. Nothing happens when it is over already. */
export async function signOut(secret: string): Promise<void> {
  const moment = now();
  const viewer = await loadViewer(secret, moment);
  if (!viewer) return;
  await database().prisma.$transaction(async (transaction) => {
    const idHash = hashSessionSecret(secret);
    await transaction.session.update({ where: { idHash }, data: { revokedAt: moment } });
    await recordAudit(transaction, viewer, { action: "signOut", subject: viewer.username });
  });
}
