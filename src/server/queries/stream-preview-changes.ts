import "server-only";
import { canSeeOfficers } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import type { ChangedRow } from "@/lib/import-preview";
import { AppError } from "../errors";
import { arePreviewChangesKept, countPreviewChanges, readPreviewChanges } from "../uploads/preview-changes-file";
import { getImportPreview } from "./get-import-preview";

export type PreviewChangeList = {
  /** Changed dossiers. */
  readonly dossiers: number;
  /** How many `rows` will be: a field of a dossier each. */
  readonly total: number;
  readonly rows: AsyncGenerator<ChangedRow>;
};

/**
 * All that a previewed batch would change, by the codes of the dossiers, read as it is consumed. Throws `notFound`, also
 * for a batch that waits for no answer.
 */
export async function streamPreviewChanges(viewer: Viewer, batchId: number): Promise<PreviewChangeList> {
  const preview = await getImportPreview(viewer, batchId);
  const { provinceId } = viewer;
  if (preview === null || !(await arePreviewChangesKept(provinceId, batchId))) {
    throw new AppError("notFound", { what: "import" });
  }
  return {
    dossiers: preview.changes.count,
    total: await countPreviewChanges(provinceId, batchId),
    rows: rowsFor(viewer, batchId),
  };
}

async function* rowsFor({ role, provinceId }: Viewer, batchId: number): AsyncGenerator<ChangedRow> {
  const isHidden = !canSeeOfficers(role);
  for await (const row of readPreviewChanges(provinceId, batchId)) {
    yield isHidden && row.field === "officer" ? { ...row, before: null, after: null } : row;
  }
}
