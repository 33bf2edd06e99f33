"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { orNotFound } from "@/app/or-not-found";
import type { Viewer } from "@/lib/access/viewer";
import { daySchema } from "@/lib/filters";
import { requireViewer } from "@/server/auth/require-viewer";
import { AppError } from "@/server/errors";
import { cancelImport } from "@/server/mutations/cancel-import";
import { chooseImportSheet } from "@/server/mutations/choose-import-sheet";
import { confirmImport } from "@/server/mutations/confirm-import";
import { previewImport } from "@/server/mutations/preview-import";
import { setImportPeriod } from "@/server/mutations/set-import-period";
import { undoImport } from "@/server/mutations/undo-import";
import { formErrorParams } from "../form-error";

const periodSchema = z.object({ from: daySchema, to: daySchema });

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

/** Says of which days a table is, then counts anew. */
export async function setPeriod(batchId: number, form: FormData): Promise<void> {
  await decide(batchId, async (viewer, input) => {
    const parsed = periodSchema.safeParse({ from: form.get("from"), to: form.get("to") });
    if (!parsed.success) throw new AppError("invalidInput", { field: "from", reason: "malformed" });
    await setImportPeriod(viewer, { ...input, ...parsed.data });
  });
}

/** Says which sheet of the workbook is to be read, then counts anew. */
export async function chooseSheet(batchId: number, form: FormData): Promise<void> {
  await decide(batchId, (viewer, input) =>
    chooseImportSheet(viewer, { ...input, sheet: String(form.get("sheet") ?? "") }),
  );
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
