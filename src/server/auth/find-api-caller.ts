import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { now } from "../clock";
import { queryRows } from "../db";
import { AppError } from "../errors";
import { hashApiTokenSecret } from "./api-token-secret";
import { countApiRequest, countWrongToken } from "./api-throttle";
import { clientAddress } from "./client-address";

/** Another system, as its token lets it in: it writes to one source, the dossiers of the units in scope. */
export type ApiCaller = {
  readonly viewer: Viewer;
  readonly tokenId: number;
  readonly tokenName: string;
  readonly sourceName: string;
};

type TokenRow = {
  id: number;
  name: string;
  province_id: number;
  unit_id: number;
  parent_id: number | null;
  path: string;
  source_name: string;
};

/** `last_used_at` is written at most so often. */
const TOUCH = "1 minute";
const BEARER = /^Bearer +([\w-]{20,100})$/i;

/** Whoever sends a request by its bearer token. Throws `tokenInvalid`, `tooManyRequests`. */
export async function findApiCaller(headers: Pick<Headers, "get">): Promise<ApiCaller> {
  const secret = BEARER.exec(headers.get("authorization") ?? "")?.[1];
  const row = secret === undefined ? undefined : await findToken(secret);
  if (!row) {
    await countWrongToken(clientAddress(headers));
    throw new AppError("tokenInvalid");
  }
  await countApiRequest(row.id);
  return {
    viewer: {
      userId: null,
      role: "province_office",
      provinceId: row.province_id,
      unitId: row.unit_id,
      scopePath: row.parent_id === null ? "/" : row.path,
    },
    tokenId: row.id,
    tokenName: row.name,
    sourceName: row.source_name,
  };
}

async function findToken(secret: string): Promise<TokenRow | undefined> {
  const moment = now();
  const [row] = await queryRows<TokenRow>(
    `WITH used AS (
       UPDATE api_token SET last_used_at = $2
        WHERE secret_hash = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)
          AND (last_used_at IS NULL OR last_used_at < $2::timestamptz - interval '${TOUCH}')
     )
     SELECT t.id, t.name, t.province_id, t.unit_id, u.parent_id, u.path, s.name AS source_name
       FROM api_token t JOIN unit u ON u.id = t.unit_id JOIN source s ON s.id = t.source_id
      WHERE t.secret_hash = $1 AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > $2)`,
    [hashApiTokenSecret(secret), moment],
    "find-api-token",
  );
  return row;
}
