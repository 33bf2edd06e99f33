import "server-only";
import { canManageUsers, type Role } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import { scopeSql } from "../access/scope";
import { queryRows } from "../db";
import { AppError } from "../errors";

export type UserListRow = {
  readonly id: number;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly unitName: string;
  readonly isDemo: boolean;
  /** ISO instants; null: open, never seen. */
  readonly disabledAt: string | null;
  readonly lastSeenAt: string | null;
};

type UserRow = Omit<UserListRow, "disabledAt" | "lastSeenAt"> & { disabledAt: Date | null; lastSeenAt: Date | null };

/** The accounts of the units in scope, by username. Throws `notFound` for viewers who manage no users. */
export async function listUsers(viewer: Viewer): Promise<UserListRow[]> {
  if (!canManageUsers(viewer.role)) throw new AppError("notFound", { what: "user" });
  const scope = scopeSql(viewer, "u", 1);
  const rows = await queryRows<UserRow>(
    `SELECT a.id, a.username, a.display_name AS "displayName", a.role, u.name AS "unitName", a.is_demo AS "isDemo",
            a.disabled_at AS "disabledAt", (SELECT max(last_seen) FROM session WHERE user_id = a.id) AS "lastSeenAt"
       FROM user_account a JOIN unit u ON u.id = a.unit_id
      WHERE a.province_id = u.province_id AND ${scope.sql}
      ORDER BY a.username`,
    scope.values,
    "list-users",
  );
  return rows.map((row) => ({
    ...row,
    disabledAt: row.disabledAt?.toISOString() ?? null,
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
  }));
}
