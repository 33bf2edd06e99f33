import "server-only";
import { type ReadingNote, readingNoteSchema } from "@/lib/reading-note";
import { canImport } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import { queryRows } from "../db";
import { AppError, type AppErrorCode, type AppErrorParams } from "../errors";
import { isUploadKept } from "../uploads/is-upload-kept";
import { arePreviewChangesKept } from "../uploads/preview-changes-file";
import { areReturnedRowsKept } from "../uploads/returned-rows-file";
import { BATCH_COLUMNS, BATCH_TABLES, type ImportListRow } from "./batch-columns";

export type ImportDetails = ImportListRow & {
  /** What a failed batch failed of. */
  readonly failure: { readonly code: AppErrorCode; readonly params: AppErrorParams } | null;
  /** What was read of the file and what beside it; null before it was read. */
  readonly reading: ReadingNote | null;
  /** The import that has its turn before this one, while it waits; null also when something else has. */
  readonly waitsFor: { readonly id: number; readonly fileName: string } | null;
  /** It is the newest of its source, and what it overwrote is kept. */
  readonly canUndo: boolean;
  /** Its rejected rows can be fetched with their own columns. */
  readonly hasReturnedRows: boolean;
  /** All that its preview would change can be fetched. */
  readonly hasChanges: boolean;
  /** What was uploaded is still there, to be read anew. */
  readonly hasFile: boolean;
};

/** One import with its counts. Throws `notFound`. */
export async function getImport(viewer: Viewer, batchId: number): Promise<ImportDetails> {
  if (!canImport(viewer.role)) throw new AppError("notFound", { what: "import" });
  const [batch] = await queryRows<ImportDetails>(
    `SELECT ${BATCH_COLUMNS}, b.reading,
            CASE WHEN b.state IN ('previewing', 'applying') AND b.began_at IS NULL THEN (
              SELECT jsonb_build_object('id', ahead.id, 'fileName', ahead.file_name) FROM import_batch ahead
               WHERE ahead.province_id = b.province_id AND ahead.state IN ('previewing', 'applying') AND ahead.began_at IS NOT NULL
               ORDER BY ahead.began_at DESC LIMIT 1) END AS "waitsFor",
            b.is_undoable AND b.state = 'applied' AND NOT EXISTS (
              SELECT FROM import_batch later WHERE later.province_id = b.province_id AND later.source_id = b.source_id
                 AND later.state = 'applied' AND (later.applied_at, later.id) > (b.applied_at, b.id)) AS "canUndo"
       FROM ${BATCH_TABLES} WHERE b.province_id = $1 AND b.id = $2`,
    [viewer.provinceId, batchId],
    "get-import",
  );
  if (!batch) throw new AppError("notFound", { what: "import" });
  const [hasReturnedRows, hasChanges, hasFile] = await Promise.all([
    areReturnedRowsKept(viewer.provinceId, batchId),
    arePreviewChangesKept(viewer.provinceId, batchId),
    isUploadKept(viewer.provinceId, batchId),
  ]);
  return { ...batch, hasReturnedRows, hasChanges, hasFile, reading: readingNoteSchema.nullable().parse(batch.reading) };
}
