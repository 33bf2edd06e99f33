import { describeProblem } from "@/lib/strings/imports";
import { IMPORT_PAGES } from "@/lib/strings/import-pages";
import { AppError } from "@/server/errors";
import { listImportProblems } from "@/server/queries/list-import-problems";
import { renderCsv } from "@/server/reports/render-csv";
import { readId } from "../../../read-id";
import { respond } from "../../../respond";

const { problems: words } = IMPORT_PAGES;

/** GET: every problem of the batch as CSV: row, column, code, dossier, sentence. 404 out of scope. */
export async function GET(_request: Request, { params }: { params: Promise<{ batchId: string }> }): Promise<Response> {
  const batchId = readId((await params).batchId);
  return respond(async (viewer) => {
    if (batchId === null) throw new AppError("notFound", { what: "import" });
    const rows: (string | number)[][] = [[words.row, words.column, words.code, words.dossier, words.message]];
    for (let page = 1, pageCount = 1; page <= pageCount; page += 1) {
      const found = await listImportProblems(viewer, batchId, { page });
      pageCount = found.pageCount;
      for (const { row, column, code, dossierCode, details } of found.rows) {
        rows.push([row, column ?? "", code, dossierCode ?? "", describeProblem(code, details)]);
      }
    }
    return new Response(renderCsv(rows), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${words.fileName(batchId)}"`,
        "Cache-Control": "private, no-store",
      },
    });
  });
}
