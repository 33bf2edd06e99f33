import "server-only";
import { now } from "../clock";
import { queryRows } from "../db";
import { AppError } from "../errors";
import { type Received, receivedSchema } from "./dossiers-contract";

export type NamedRequest = {
  readonly provinceId: number;
  readonly tokenId: number;
  /** Idempotency-Key; null for a request without a name, which is simply answered. */
  readonly key: string | null;
  readonly bodySha256: string;
};

const HOUR = 60 * 60_000;
const REMEMBERED = 24 * HOUR;
/** A request that is at work for so long has died with its server. */
const AT_WORK = HOUR / 6;
const KEY = /^[\x21-\x7e]{1,200}$/;

/**
 * Answers a request that names itself once: sent again, it gets the answer it got. Throws `invalidInput` for a key
 * that is none, `requestInProgress`, `requestKeyReused` for another content, and what `answer` throws.
 */
export async function answerOnce(
  request: NamedRequest,
  answer: () => Promise<Received>,
): Promise<{ readonly received: Received; readonly isReplay: boolean }> {
  const { key } = request;
  if (key === null) return { received: await answer(), isReplay: false };
  if (!KEY.test(key)) throw new AppError("invalidInput", { field: "idempotencyKey", reason: "malformed" });
  const earlier = await claim(request, key);
  if (earlier !== null) return { received: earlier, isReplay: true };
  const values = [request.provinceId, request.tokenId, key];
  try {
    const received = await answer();
    await queryRows("UPDATE api_request SET answer = $4 WHERE province_id = $1 AND token_id = $2 AND key = $3", [
      ...values,
      JSON.stringify(received),
    ]);
    return { received, isReplay: false };
  } catch (error) {
    // Nothing was written: the same request may be tried again.
    await queryRows(
      "DELETE FROM api_request WHERE province_id = $1 AND token_id = $2 AND key = $3 AND answer IS NULL",
      values,
    ).catch(() => {});
    throw error;
  }
}

type RequestRow = { body_sha256: string; answer: unknown };

/** Takes the key for a request that begins; the answer of the one that had it. */
async function claim({ provinceId, tokenId, bodySha256 }: NamedRequest, key: string): Promise<Received | null> {
  const moment = now();
  await queryRows(
    `DELETE FROM api_request WHERE province_id = $1 AND token_id = $2
        AND (begun_at < $3 OR (answer IS NULL AND begun_at < $4))`,
    [provinceId, tokenId, new Date(moment.getTime() - REMEMBERED), new Date(moment.getTime() - AT_WORK)],
  );
  const claimed = await queryRows(
    `INSERT INTO api_request (province_id, token_id, key, body_sha256, begun_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING RETURNING key`,
    [provinceId, tokenId, key, bodySha256, moment],
  );
  if (claimed.length > 0) return null;
  const [row] = await queryRows<RequestRow>(
    "SELECT body_sha256, answer FROM api_request WHERE province_id = $1 AND token_id = $2 AND key = $3",
    [provinceId, tokenId, key],
  );
  if (row && row.body_sha256 !== bodySha256) throw new AppError("requestKeyReused");
  if (!row || row.answer === null) throw new AppError("requestInProgress", { seconds: 2 });
  return receivedSchema.parse(row.answer);
}
