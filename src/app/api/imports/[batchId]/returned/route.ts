import { IMPORT_PAGES } from "@/lib/strings/import-pages";
import { AppError } from "@/server/errors";
import { getReturnedRows } from "@/server/queries/get-returned-rows";
import { toByteStream } from "@/server/reports/to-byte-stream";
import { readId } from "../../../read-id";
import { respond } from "../../../respond";

/** GET: the rejected rows of a batch with their own columns and the reasons, as xlsx. 404 out of scope, or when there are none. */
export async function GET(_request: Request, { params }: { params: Promise<{ batchId: string }> }): Promise<Response> {
  const batchId = readId((await params).batchId);
  return respond(async (viewer) => {
    if (batchId === null) throw new AppError("notFound", { what: "import" });
    const rows = await getReturnedRows(viewer, batchId);
    return new Response(toByteStream(rows), {
      headers: {
        "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Content-Disposition": `attachment; filename="${IMPORT_PAGES.returned.fileName(batchId)}.xlsx"`,
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  });
}
