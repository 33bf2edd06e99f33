import { text } from "node:stream/consumers";
import { newsToParams } from "@/components/map/boundary-news";
import { canImportBoundaries } from "@/lib/access/roles";
import { isDay } from "@/lib/sla";
import { isSameOrigin } from "@/server/access/is-same-origin";
import { findViewer } from "@/server/auth/find-viewer";
import type { SignedInViewer } from "@/server/auth/signed-in-viewer";
import { AppError } from "@/server/errors";
import { importBoundaries } from "@/server/mutations/import-boundaries";
import { BOUNDARY_LIMIT } from "@/server/uploads/boundary-limit";
import { readUpload } from "@/server/uploads/read-upload";
import { formErrorParams } from "../../(dashboard)/imports/form-error";
import { errorResponse } from "../respond";

/** POST of the form of boundaries (on, then the file): sent on to the page that tells what was done, or why not. */
export async function POST(request: Request): Promise<Response> {
  try {
    const viewer = await requireImporter(request);
    const outcome = await readUpload(request, BOUNDARY_LIMIT, async ({ fields, fileName, content }) => {
      const { on = "" } = fields;
      if (!isDay(on)) throw new AppError("invalidInput", { field: "on", reason: on === "" ? "missing" : "malformed" });
      return importBoundaries(viewer, { fileName, on, text: await text(content) });
    });
    return seeOther(`/map/boundaries?${newsToParams(outcome)}`);
  } catch (error) {
    if (!(error instanceof AppError) || error.code === "notFound") return errorResponse(error);
    const isOut = error.code === "notSignedIn";
    return seeOther(isOut ? "/login?next=/map/boundaries" : `/map/boundaries?${formErrorParams(error)}`);
  }
}

async function requireImporter(request: Request): Promise<SignedInViewer> {
  const viewer = await findViewer();
  if (!viewer) throw new AppError("notSignedIn");
  if (!canImportBoundaries(viewer.role) || !isSameOrigin(request.headers)) {
    throw new AppError("notFound", { what: "boundaries" });
  }
  return viewer;
}

/** Relative, so that it holds behind any proxy; 303 turns the POST into a GET. */
function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location } });
}
