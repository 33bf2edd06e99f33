import "server-only";
import { canSeeOfficers } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import { recordAudit } from "../audit/record-audit";
import { database } from "../db";
import { AppError } from "../errors";

type ExportNote = {
  /** The name of the file. */
  readonly subject: string;
  readonly unitId: number;
  readonly rows: number;
};

/** Writes down that officers' names leave the system, before the first of them does. Throws `notFound`. */
export async function recordExport(viewer: Viewer, { subject, unitId, rows }: ExportNote): Promise<void> {
  if (!canSeeOfficers(viewer.role)) throw new AppError("notFound", { what: "officers" });
  await recordAudit(database().prisma, viewer, { action: "exportOfficers", subject, details: { unitId, rows } });
}
