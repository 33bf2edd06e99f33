import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { type ImportProblemRow, listImportProblems } from "./list-import-problems";

/** Every problem of one import in the order of its rows, read as they are consumed. Throws `notFound` at the first. */
export async function* streamImportProblems(viewer: Viewer, batchId: number): AsyncGenerator<ImportProblemRow> {
  for (let page = 1, pageCount = 1; page <= pageCount; page += 1) {
    const found = await listImportProblems(viewer, batchId, { page });
    pageCount = found.pageCount;
    yield* found.rows;
  }
}
