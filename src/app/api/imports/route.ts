import { canImport } from "@/lib/access/roles";
import { isSameOrigin } from "@/server/access/is-same-origin";
import { findViewer } from "@/server/auth/find-viewer";
import type { SignedInViewer } from "@/server/auth/signed-in-viewer";
import { AppError } from "@/server/errors";
import { createImport } from "@/server/mutations/create-import";
import { previewImport } from "@/server/mutations/preview-import";
import { getDataStatus } from "@/server/queries/get-data-status";
import { readUpload } from "@/server/uploads/read-upload";
import { UPLOAD_LIMIT } from "@/server/uploads/upload-limit";
import { formErrorParams } from "../../(dashboard)/imports/form-error";
import { errorResponse } from "../respond";
import { readImportForm } from "./read-import-form";

/**
 * POST of the upload form (sourceName, asOf, bytes, sha256, then the file): keeps the file and begins its preview.
 * A browser is sent on to the preview, or back to the form with what is wrong; who asks for JSON gets 201
 * {"batch", "location"}, or the error.
 */
export async function POST(request: Request): Promise<Response> {
  const wantsJson = request.headers.get("accept")?.includes("application/json") ?? false;
  try {
    const viewer = await requireImporter(request);
    const batch = await takeIn(viewer, request);
    const location = `/imports/${batch}`;
    return wantsJson ? Response.json({ batch, location }, { status: 201 }) : seeOther(location);
  } catch (error) {
    if (wantsJson || !(error instanceof AppError)) return errorResponse(error);
    if (error.code === "notFound") return errorResponse(error);
    return seeOther(
      error.code === "notSignedIn" ? "/login?next=/imports/new" : `/imports/new?${formErrorParams(error)}`,
    );
  }
}

async function requireImporter(request: Request): Promise<SignedInViewer> {
  const viewer = await findViewer();
  if (!viewer) throw new AppError("notSignedIn");
  if (!canImport(viewer.role) || !isSameOrigin(request.headers)) throw new AppError("notFound", { what: "import" });
  return viewer;
}

async function takeIn(viewer: SignedInViewer, request: Request): Promise<number> {
  const { zone } = await getDataStatus(viewer);
  const batchId = await readUpload(request, UPLOAD_LIMIT, async ({ fields, fileName, content }) =>
    createImport(viewer, { ...readImportForm(fields, zone), fileName, content }),
  );
  await previewImport(viewer, { batchId });
  return batchId;
}

/** Relative, so that it holds behind any proxy; 303 turns the POST into a GET. */
function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location } });
}
