"use server";

import { redirect } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import type { Viewer } from "@/lib/access/viewer";
import { requireViewer } from "@/server/auth/require-viewer";
import { AppError } from "@/server/errors";
import { cancelImport } from "@/server/mutations/cancel-import";
import { confirmImport } from "@/server/mutations/confirm-import";
import { previewImport } from "@/server/mutations/preview-import";
import { undoImport } from "@/server/mutations/undo-import";
import { formErrorParams } from "../form-error";

/** Writes what the preview showed, then shows how far it has come. */
export async function confirmBatch(batchId: number): Promise<void> {
  await decide(batchId, confirmImport);
}

/** Counts anew what the file would change, when the figures have changed since. */
export async function previewAgain(batchId: number): Promise<void> {
  await decide(batchId, previewImport);
}

/** Throws the file away; nothing was written. */
export async function cancelBatch(batchId: number): Promise<void> {
  await decide(batchId, cancelImport);
}

/** Takes back what the batch wrote. */
export async function undoBatch(batchId: number): Promise<void> {
  await decide(batchId, undoImport);
}

async function decide(
  batchId: number,
  verb: (viewer: Viewer, input: { readonly batchId: number }) => Promise<unknown>,
): Promise<void> {
  const path = `/imports/${batchId}`;
  const viewer = await requireViewer(path);
  let failure = "";
  try {
    await orNotFound(verb(viewer, { batchId }));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    failure = `?${formErrorParams(error)}`;
  }
  redirect(`${path}${failure}`);
}
