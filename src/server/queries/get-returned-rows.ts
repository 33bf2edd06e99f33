import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { AppError } from "../errors";
import { readReturnedRows } from "../uploads/returned-rows-file";
import { getImport } from "./get-import";

/** The workbook of a batch's rejected rows, in their file's own columns. Throws `notFound`, also when it is kept no longer. */
export async function getReturnedRows(viewer: Viewer, batchId: number): Promise<AsyncGenerator<Uint8Array>> {
  const { hasReturnedRows } = await getImport(viewer, batchId);
  if (!hasReturnedRows) throw new AppError("notFound", { what: "import" });
  return readReturnedRows(viewer.provinceId, batchId);
}
