import { answerOnce } from "@/server/api/answer-once";
import { receiveBodySchema } from "@/server/api/dossiers-contract";
import { readJsonBody } from "@/server/api/read-json-body";
import { type ApiCaller, findApiCaller } from "@/server/auth/find-api-caller";
import { takeTurns } from "@/server/auth/take-turns";
import { now } from "@/server/clock";
import { AppError } from "@/server/errors";
import { MOST_RECORDS } from "@/server/imports/portal/portal-schema";
import { receiveDossiers } from "@/server/mutations/receive-dossiers";
import { errorResponse } from "../../respond";

const BODY_LIMIT = 32 * 1024 * 1024;

/** Each request may hold its whole body in memory. */
const inTurn = takeTurns(2, 20, () => new AppError("tooManyRequests", { seconds: 5 }));

/**
 * POST of up to 5 000 records of the national portal by a token (Authorization: Bearer): 200 with one result per
 * record, else the errors of /api/v1/openapi.json. With an Idempotency-Key the answer is given once and repeated.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    const caller = await findApiCaller(request.headers);
    return await inTurn(() => receive(caller, request));
  } catch (error) {
    return errorResponse(error);
  }
}

async function receive({ viewer, tokenId, tokenName, sourceName }: ApiCaller, request: Request): Promise<Response> {
  const { value, bytes, sha256 } = await readJsonBody(request, BODY_LIMIT);
  const body = receiveBodySchema.safeParse(value);
  if (!body.success) throw new AppError("bodyInvalid", { field: body.error.issues[0]?.path.join(".") || "data" });
  const { service, asOf, data } = body.data;
  if (data.length > MOST_RECORDS) throw new AppError("tooManyRecords", { limit: MOST_RECORDS });
  const key = request.headers.get("idempotency-key");
  const named = { provinceId: viewer.provinceId, tokenId, key, bodySha256: sha256 };
  const { received, isReplay } = await answerOnce(named, () =>
    receiveDossiers(viewer, {
      tokenId,
      tokenName,
      sourceName,
      service,
      asOf: asOf === undefined ? now() : new Date(asOf),
      records: data,
      bytes,
      sha256,
    }),
  );
  const headers = new Headers({ "Cache-Control": "no-store" });
  if (isReplay) headers.set("Idempotency-Replayed", "true");
  return Response.json(received, { headers });
}
