import "server-only";
import { canManageApiTokens } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import { scopeSql } from "../access/scope";
import { queryRows } from "../db";
import { AppError } from "../errors";

export type ApiTokenRow = {
  readonly name: string;
  readonly sourceName: string;
  readonly unitName: string;
  /** ISO instants; null: never. */
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
};

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS"Z"'`;
const instant = (column: string, name: string): string => `to_char(${column} AT TIME ZONE 'UTC', ${ISO}) AS "${name}"`;

/** The tokens of the units in scope, by name; never a secret. Throws `notFound` for who manages none. */
export async function listApiTokens(viewer: Viewer): Promise<ApiTokenRow[]> {
  if (!canManageApiTokens(viewer.role)) throw new AppError("notFound", { what: "apiToken" });
  const scope = scopeSql(viewer, "u", 1);
  return queryRows<ApiTokenRow>(
    `SELECT t.name, s.name AS "sourceName", u.name AS "unitName", ${instant("t.created_at", "createdAt")},
            ${instant("t.last_used_at", "lastUsedAt")}, ${instant("t.expires_at", "expiresAt")},
            ${instant("t.revoked_at", "revokedAt")}
       FROM api_token t JOIN unit u ON u.id = t.unit_id JOIN source s ON s.id = t.source_id
      WHERE t.province_id = u.province_id AND ${scope.sql} ORDER BY t.name`,
    scope.values,
    "list-api-tokens",
  );
}
