import "server-only";
import { canSeeOfficers } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import { requireUnit } from "../access/scope";
import { recordAudit } from "../audit/record-audit";
import { database } from "../db";
import { AppError } from "../errors";

/** Writes down who reads a unit's officers by name, and how many there are. Throws `notFound`. */
export async function recordOfficersSeen(
  viewer: Viewer,
  { unitId, officers }: { readonly unitId: number; readonly officers: number },
): Promise<void> {
  if (!canSeeOfficers(viewer.role)) throw new AppError("notFound", { what: "officers" });
  const unit = await requireUnit(viewer, unitId);
  await recordAudit(database().prisma, viewer, {
    action: "seeOfficers",
    subject: unit.code,
    details: { unitId, officers },
  });
}
