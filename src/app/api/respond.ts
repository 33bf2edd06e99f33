import { describeError } from "@/lib/strings/errors";
import { findViewer } from "@/server/auth/find-viewer";
import type { SignedInViewer } from "@/server/auth/signed-in-viewer";
import { AppError, type AppErrorCode } from "@/server/errors";

function statusOf(code: AppErrorCode): number {
  if (code === "notSignedIn") return 401;
  if (code === "notFound") return 404;
  if (code === "fileTooLarge") return 413;
  if (code === "connectionLost") return 503;
  return code === "importBusy" || code === "importStale" || code === "importCancelled" ? 409 : 400;
}

/** The error as {"error", "message"}; unexpected ones are thrown on, for Next to log and to answer 500. */
export function errorResponse(error: unknown): Response {
  if (!(error instanceof AppError)) throw error;
  const { code, params } = error;
  return Response.json({ error: code, message: describeError(code, params) }, { status: statusOf(code) });
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
