import "server-only";
import type { Role } from "@/lib/access/roles";
import { queryRows } from "../db";
import { demoDataSql } from "./demo-data-sql";
import { SESSION_IDLE, SESSION_TOUCH } from "./session-policy";
import { hashSessionSecret } from "./session-secret";
import type { SignedInViewer } from "./signed-in-viewer";

type ViewerRow = {
  user_id: number;
  role: Role;
  province_id: number;
  unit_id: number;
  parent_id: number | null;
  path: string;
  username: string;
  display_name: string;
  unit_name: string;
  is_demo: boolean;
  last_seen: Date;
};

/**
 * Whom a session secret stands for at the moment. Null when the session is unknown, revoked, expired or
 * idle for too long, when the account is disabled, and for a demo account without demo data.
 */
export async function loadViewer(secret: string, moment: Date): Promise<SignedInViewer | null> {
  const idHash = hashSessionSecret(secret);
  const [row] = await queryRows<ViewerRow>(
    `SELECT a.id AS user_id, a.role, a.province_id, a.unit_id, u.parent_id, u.path, a.username, a.display_name,
            u.name AS unit_name, a.is_demo, s.last_seen
       FROM session s JOIN user_account a ON a.id = s.user_id JOIN unit u ON u.id = a.unit_id
      WHERE s.id_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > $2 AND s.last_seen > $3
        AND a.disabled_at IS NULL AND (NOT a.is_demo OR ${demoDataSql("a.province_id")})`,
    [idHash, moment, new Date(moment.getTime() - SESSION_IDLE)],
    "load-viewer",
  );
  if (!row) return null;
  if (moment.getTime() - row.last_seen.getTime() >= SESSION_TOUCH) {
    await queryRows("UPDATE session SET last_seen = $2 WHERE id_hash = $1 AND last_seen < $2", [idHash, moment]);
  }
  return {
    userId: row.user_id,
    role: row.role,
    provinceId: row.province_id,
    unitId: row.unit_id,
    // A viewer of a whole province sees its units of before and after a merger alike.
    scopePath: row.parent_id === null ? "/" : row.path,
    username: row.username,
    displayName: row.display_name,
    unitName: row.unit_name,
    isDemo: row.is_demo,
  };
}
