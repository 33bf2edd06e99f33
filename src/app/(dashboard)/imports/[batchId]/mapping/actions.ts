"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { orNotFound } from "@/app/or-not-found";
import { ALIAS_KINDS } from "@/lib/alias-kinds";
import { COLUMNS, MOST_HEADER_ROWS } from "@/lib/list-columns";
import { requireViewer } from "@/server/auth/require-viewer";
import { AppError } from "@/server/errors";
import { mapColumns } from "@/server/mutations/map-columns";
import { resolveNames } from "@/server/mutations/resolve-names";
import { formErrorParams } from "../../form-error";

const position = z.coerce.number().int().min(0).max(16_384);
const depth = z.coerce.number().int().min(1).max(MOST_HEADER_ROWS).catch(1);
const placeSchema = z.object({ sheet: position, row: z.coerce.number().int().min(1), depth });
const nameSchema = z.object({
  kind: z.enum(ALIAS_KINDS),
  text: z.string().max(1000),
  targetId: z.coerce.number().int().positive().max(2_147_483_647),
});

/** Remembers what the columns mean, then shows the preview as it comes. */
export async function saveColumns(batchId: number, form: FormData): Promise<void> {
  const viewer = await requireViewer(`/imports/${batchId}/mapping`);
  const chosen = COLUMNS.flatMap((column) => {
    const value = form.get(`column-${column}`);
    const parsed = position.safeParse(value);
    return typeof value === "string" && value !== "" && parsed.success ? [[column, parsed.data] as const] : [];
  });
  const place = placeSchema.safeParse({ sheet: form.get("sheet"), row: form.get("row"), depth: form.get("depth") });
  const back: Record<string, string> = place.success
    ? { sheet: String(place.data.sheet), row: String(place.data.row), depth: String(place.data.depth) }
    : {};
  await save(batchId, back, () => {
    if (!place.success) throw new AppError("importStale");
    return mapColumns(viewer, {
      batchId,
      sheet: place.data.sheet,
      rowNumber: place.data.row,
      depth: place.data.depth,
      columns: Object.fromEntries(chosen),
    });
  });
}

/** Remembers what the names stand for, then shows the preview as it comes. Names left open are left alone. */
export async function saveNames(batchId: number, form: FormData): Promise<void> {
  const viewer = await requireViewer(`/imports/${batchId}/mapping`);
  const kinds = form.getAll("kind");
  const texts = form.getAll("text");
  const names = form.getAll("target").flatMap((targetId, at) => {
    const parsed = nameSchema.safeParse({ kind: kinds[at], text: texts[at], targetId });
    return parsed.success ? [parsed.data] : [];
  });
  await save(batchId, {}, () => resolveNames(viewer, { batchId, names }));
}

async function save(batchId: number, place: Record<string, string>, verb: () => Promise<void>): Promise<void> {
  let target = `/imports/${batchId}`;
  try {
    await orNotFound(verb());
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const params = formErrorParams(error);
    for (const [name, value] of Object.entries(place)) params.set(name, value);
    target = `/imports/${batchId}/mapping?${params}`;
  }
  redirect(target);
}
