import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { AliasKind } from "@/lib/alias-kinds";
import { DOSSIER_STATUSES } from "@/lib/sla";
import { cleanText, matchKey } from "@/lib/text";
import { recordAudit } from "../audit/record-audit";
import { database } from "../db";
import { AppError } from "../errors";
import { loadBatch } from "../imports/load-batch";
import { previewImport } from "./preview-import";

export type NamedThing = {
  readonly kind: AliasKind;
  /** What the file calls it. */
  readonly text: string;
  /** Of a unit or procedure its id; of a status its code of the portal, 1 … 10. */
  readonly targetId: number;
};

const LONGEST_NAME = 500;
const MOST_NAMES = 200;

/**
 * Remembers for a source what its names of units, procedures and statuses stand for, and previews the file anew. Throws
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
      const status = kind === "status" ? (DOSSIER_STATUSES[targetId - 1] ?? null) : null;
      const found = {
        unit: () => transaction.unit.findFirst({ where, select: { id: true } }),
        procedure: () => transaction.procedure.findFirst({ where, select: { id: true } }),
        status: async () => status,
      };
      if (!(await found[kind]())) throw new AppError("notFound", { what: kind });
      const key = { provinceId, sourceId, kind, textKey };
      const meaning = {
        text: clean,
        unitId: kind === "unit" ? targetId : null,
        procedureId: kind === "procedure" ? targetId : null,
        status,
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
