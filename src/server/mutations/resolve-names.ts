import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { cleanText, matchKey } from "@/lib/text";
import { recordAudit } from "../audit/record-audit";
import { database } from "../db";
import { AppError } from "../errors";
import { loadBatch } from "../imports/load-batch";
import { previewImport } from "./preview-import";

export type NamedThing = {
  readonly kind: "unit" | "procedure";
  /** What the file calls it. */
  readonly text: string;
  readonly targetId: number;
};

const LONGEST_NAME = 500;
const MOST_NAMES = 200;

/**
 * Remembers for a source what its names of units and procedures stand for, and previews the file anew. Throws
 * `notFound`, also for a unit or procedure of another province, `invalidInput`, `importStale` for a batch
 * that is not previewed.
 */
export async function resolveNames(
  viewer: Viewer,
  { batchId, names }: { readonly batchId: number; readonly names: readonly NamedThing[] },
): Promise<void> {
  const { provinceId, sourceId, state } = await loadBatch(viewer, batchId);
  if (state !== "previewed") throw new AppError("importStale");
  if (names.length === 0 || names.length > MOST_NAMES) {
    throw new AppError("invalidInput", { field: "names", reason: names.length === 0 ? "missing" : "tooLong" });
  }
  await database().prisma.$transaction(async (transaction) => {
    for (const { kind, text, targetId } of names) {
      const clean = cleanText(text);
      const textKey = matchKey(clean);
      if (textKey === "" || clean.length > LONGEST_NAME) {
        throw new AppError("invalidInput", { field: "names", reason: "malformed" });
      }
      const where = { id: targetId, provinceId };
      const found =
        kind === "unit"
          ? await transaction.unit.findFirst({ where, select: { id: true } })
          : await transaction.procedure.findFirst({ where, select: { id: true } });
      if (!found) throw new AppError("notFound", { what: kind });
      const key = { provinceId, sourceId, kind, textKey };
      const meaning = {
        text: clean,
        unitId: kind === "unit" ? targetId : null,
        procedureId: kind === "procedure" ? targetId : null,
        createdBy: viewer.userId,
      };
      await transaction.sourceAlias.upsert({
        where: { provinceId_sourceId_kind_textKey: key },
        create: { ...key, ...meaning },
        update: meaning,
      });
    }
    await recordAudit(transaction, viewer, {
      action: "resolveNames",
      subject: String(batchId),
      details: { names: names.map(({ kind, text, targetId }) => ({ kind, text, targetId })) },
    });
  });
  await previewImport(viewer, { batchId });
}
