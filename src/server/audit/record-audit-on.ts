import "server-only";
import type pg from "pg";
import type { Viewer } from "@/lib/access/viewer";
import type { AuditNote } from "./record-audit";

/** `recordAudit` for the bulk work that has a connection of its own: in its transaction. */
export async function recordAuditOn(
  client: pg.ClientBase,
  { provinceId, userId }: Pick<Viewer, "provinceId" | "userId">,
  { action, subject, details = {} }: AuditNote,
): Promise<void> {
  await client.query(
    "INSERT INTO audit_entry (province_id, user_id, action, subject, details) VALUES ($1, $2, $3, $4, $5)",
    [provinceId, userId, action, subject, JSON.stringify(details)],
  );
}
