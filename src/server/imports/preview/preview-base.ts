import "server-only";
import type pg from "pg";
import { importPreviewSchema, type ImportPreview, type PreviewBase, type PreviewCounts } from "@/lib/import-preview";
import { AppError } from "../../errors";
import type { BatchReference } from "../run-batch";

/** What the figures of a province rest on. Under the import lock nothing of it moves. */
export async function readBase(client: pg.ClientBase, provinceId: number): Promise<PreviewBase> {
  const { rows } = await client.query<PreviewBase>(
    `SELECT (SELECT id || ' ' || extract(epoch FROM applied_at) FROM import_batch
              WHERE province_id = $1 AND state = 'applied' AND inserted + updated > 0 AND NOT holds_aggregates
              ORDER BY applied_at DESC, id DESC LIMIT 1) AS "lastBatch",
            (SELECT max(version) FROM calendar_version WHERE province_id = $1) AS "calendarVersion"`,
    [provinceId],
  );
  return rows[0] ?? { lastBatch: null, calendarVersion: null };
}

/**
 * The preview that a batch is to follow; null when it was previewed before previews were kept. Throws
 * `previewOutdated` when the figures it was computed from are no longer the same.
 */
export async function requireCurrent(
  client: pg.ClientBase,
  { provinceId, batchId }: BatchReference,
): Promise<ImportPreview | null> {
  const { rows } = await client.query<{ preview: unknown }>(
    "SELECT preview FROM import_batch WHERE province_id = $1 AND id = $2",
    [provinceId, batchId],
  );
  const preview = importPreviewSchema.nullable().parse(rows[0]?.preview ?? null);
  if (preview === null) return null;
  const base = await readBase(client, provinceId);
  if (base.lastBatch !== preview.base.lastBatch || base.calendarVersion !== preview.base.calendarVersion)
    throw new AppError("previewOutdated");
  return preview;
}

/** Throws `previewOutdated` when rows were taken otherwise than shown: a name was explained since, for one. */
export function requireSame({ counts }: ImportPreview, written: PreviewCounts): void {
  const { inserted, updated, unchanged, rejected } = counts;
  const isSame =
    inserted === written.inserted &&
    updated === written.updated &&
    unchanged === written.unchanged &&
    rejected === written.rejected;
  if (!isSame) throw new AppError("previewOutdated");
}
