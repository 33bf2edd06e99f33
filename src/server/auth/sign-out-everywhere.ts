import "server-only";
import { recordAudit } from "../audit/record-audit";
import { now } from "../clock";
import { database } from "../db";
import { revokeSessions } from "./revoke-sessions";
import type { SignedInViewer } from "./signed-in-viewer";

/** Ends every session of the viewer, this one included, and returns how many there were. */
export async function signOutEverywhere(viewer: SignedInViewer): Promise<number> {
  return database().prisma.$transaction(async (transaction) => {
    const ended = await revokeSessions(transaction, viewer.userId, now());
    await recordAudit(transaction, viewer, {
      action: "signOutEverywhere",
      subject: viewer.username,
      details: { sessions: ended },
    });
    return ended;
  });
}
