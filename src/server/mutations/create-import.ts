import "server-only";
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { canImport } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import { recordAudit } from "../audit/record-audit";
import { database } from "../db";
import { AppError } from "../errors";
import { openBatch } from "../imports/batch-rows";
import { uploadPath } from "../imports/upload-path";
import { ARRIVING, removeLeftUploads } from "../uploads/remove-left-uploads";

export type CreateImportInput = {
  readonly sourceName: string;
  readonly asOf: Date;
  readonly fileName: string;
  readonly content: Readable;
  /** As the browser counted them before it sent; null when it said nothing. */
  readonly declaredBytes: number | null;
  /** The hash it made of them, in hexadecimal; null when it said nothing. */
  readonly declaredSha256: string | null;
};

/**
 * Keeps an uploaded file for its preview and returns the batch. Throws `notFound` for who may not import,
 * `fileUnreadable` when other bytes arrived than were sent, `fileEmpty`, and what reading `content` throws.
 */
export async function createImport(viewer: Viewer, input: CreateImportInput): Promise<number> {
  if (!canImport(viewer.role)) throw new AppError("notFound", { what: "import" });
  const uploads = dirname(uploadPath(viewer.provinceId, 0));
  await mkdir(uploads, { recursive: true });
  await removeLeftUploads(uploads);
  const folder = await mkdtemp(join(uploads, ARRIVING));
  try {
    const arriving = join(folder, "file");
    const { fileSha256, fileBytes } = await keep(input.content, arriving);
    if (fileBytes === 0) throw new AppError("fileEmpty", { fileName: input.fileName });
    const isAsSent =
      (input.declaredBytes ?? fileBytes) === fileBytes && (input.declaredSha256 ?? fileSha256) === fileSha256;
    if (!isAsSent) throw new AppError("fileUnreadable");
    const { batchId } = await openBatch(viewer, { ...input, isDemo: false, fileSha256, fileBytes });
    await rename(arriving, uploadPath(viewer.provinceId, batchId));
    await recordAudit(database().prisma, viewer, {
      action: "createImport",
      subject: String(batchId),
      details: { fileName: input.fileName, fileSha256 },
    });
    return batchId;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function keep(content: Readable, path: string): Promise<{ fileSha256: string; fileBytes: number }> {
  const hash = createHash("sha256");
  let fileBytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      fileBytes += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(content, measure, createWriteStream(path));
  return { fileSha256: hash.digest("hex"), fileBytes };
}
