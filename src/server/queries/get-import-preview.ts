import "server-only";
import { canImport, canSeeOfficers } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import { type ImportPreview, importPreviewSchema } from "@/lib/import-preview";
import { queryRows } from "../db";
import { AppError } from "../errors";

/** What a previewed batch would do; null for one that waits for no answer. Throws `notFound`. */
export async function getImportPreview(viewer: Viewer, batchId: number): Promise<ImportPreview | null> {
  if (!canImport(viewer.role)) throw new AppError("notFound", { what: "import" });
  const [row] = await queryRows<{ preview: unknown }>(
    `SELECT CASE state WHEN 'previewed' THEN preview END AS preview
       FROM import_batch WHERE province_id = $1 AND id = $2`,
    [viewer.provinceId, batchId],
    "get-import-preview",
  );
  if (!row) throw new AppError("notFound", { what: "import" });
  const preview = importPreviewSchema.nullable().parse(row.preview);
  return preview === null || canSeeOfficers(viewer.role) ? preview : withoutOfficers(preview);
}

function withoutOfficers(preview: ImportPreview): ImportPreview {
  const dossiers = preview.changes.dossiers.map((dossier) => ({
    ...dossier,
    fields: dossier.fields.map((change) =>
      change.field === "officer" ? { ...change, before: null, after: null } : change,
    ),
  }));
  return { ...preview, changes: { ...preview.changes, dossiers } };
}
