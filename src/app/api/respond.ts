import { describeError } from "@/lib/strings/errors";
import { findViewer } from "@/server/auth/find-viewer";
import type { SignedInViewer } from "@/server/auth/signed-in-viewer";
import { AppError, type AppErrorCode } from "@/server/errors";

const STATUSES: Readonly<Partial<Record<AppErrorCode, number>>> = {
  notSignedIn: 401,
  tokenInvalid: 401,
  notFound: 404,
  importBusy: 409,
  importStale: 409,
  previewOutdated: 409,
  importNotUndoable: 409,
  importCancelled: 409,
  requestInProgress: 409,
  fileTooLarge: 413,
  bodyTooLarge: 413,
  tooManyRecords: 413,
  tooManyRows: 413,
  bodyInvalid: 422,
  requestKeyReused: 422,
  tooManyRequests: 429,
  connectionLost: 503,
};
const BAD_REQUEST = 400;

/** The error as {"error", "message"}; unexpected ones are thrown on, for Next to log and to answer 500. */
export function errorResponse(error: unknown): Response {
  if (!(error instanceof AppError)) throw error;
  const { code, params } = error;
  const headers = new Headers({ "Cache-Control": "no-store" });
  if (typeof params.seconds === "number") headers.set("Retry-After", String(params.seconds));
  if (code === "tokenInvalid") headers.set("WWW-Authenticate", "Bearer");
  const body = { error: code, message: describeError(code, params) };
  return Response.json(body, { status: STATUSES[code] ?? BAD_REQUEST, headers });
}

/** Answers for whoever is signed in; expected failures become their JSON. */
export async function respond(answer: (viewer: SignedInViewer) => Promise<Response>): Promise<Response> {
  try {
    const viewer = await findViewer();
    if (!viewer) throw new AppError("notSignedIn");
    return await answer(viewer);
  } catch (error) {
    return errorResponse(error);
  }
}
