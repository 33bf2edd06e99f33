import "server-only";
import { canImport } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import type { AliasKind } from "@/lib/alias-kinds";
import { recordAudit } from "../audit/record-audit";
import { database } from "../db";
import { AppError } from "../errors";

/** Of a source: what it calls something, or a header it writes. */
export type ForgottenMapping = { readonly sourceId: number } & (
  | { readonly kind: AliasKind; readonly textKey: string }
  | { readonly fingerprint: string }
);

/**
 * Takes back what a clerk has said of a source: its next file is asked about again. What was imported by it stays.
 * Throws `notFound`, also for who may not import and for a source of another province.
 */
export async function forgetMapping(viewer: Viewer, mapping: ForgottenMapping): Promise<void> {
  if (!canImport(viewer.role)) throw new AppError("notFound", { what: "import" });
  const { provinceId } = viewer;
  const { sourceId } = mapping;
  await database().prisma.$transaction(async (transaction) => {
    const { count } =
      "kind" in mapping
        ? await transaction.sourceAlias.deleteMany({
            where: { provinceId, sourceId, kind: mapping.kind, textKey: mapping.textKey },
          })
        : await transaction.columnMapping.deleteMany({
            where: { provinceId, sourceId, fingerprint: mapping.fingerprint },
          });
    if (count === 0) throw new AppError("notFound", { what: "mapping" });
    await recordAudit(transaction, viewer, {
      action: "forgetMapping",
      subject: String(sourceId),
      details: "kind" in mapping ? { kind: mapping.kind, textKey: mapping.textKey } : { header: mapping.fingerprint },
    });
  });
}
