import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Viewer } from "@/lib/access/viewer";

export const AUDIT_ACTIONS = [
  "signIn",
  "signOut",
  "signOutEverywhere",
  "addUser",
  "disableUser",
  "enableUser",
  "createImport",
  "confirmImport",
  "cancelImport",
  "undoImport",
  "mapColumns",
  "mapTable",
  "setImportPeriod",
  "chooseImportSheet",
  "resolveNames",
  "forgetMapping",
  "createApiToken",
  "revokeApiToken",
  "publishCalendar",
  "undoCalendar",
  "recompute",
  "importBoundaries",
  "exportOfficers",
  "seeOfficers",
  "saveView",
  "deleteView",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export type AuditNote = {
  readonly action: AuditAction;
  /** What it was done to, e.g. a username. */
  readonly subject: string;
  readonly details?: Prisma.InputJsonObject;
};

/** Writes down who did what, in the transaction that does it. The table is only ever appended to. */
export async function recordAudit(
  transaction: Pick<Prisma.TransactionClient, "auditEntry">,
  viewer: Pick<Viewer, "provinceId" | "userId">,
  { action, subject, details = {} }: AuditNote,
): Promise<void> {
  await transaction.auditEntry.create({
    data: { provinceId: viewer.provinceId, userId: viewer.userId, action, subject, details },
  });
}
