"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { orNotFound } from "@/app/or-not-found";
import { MOST_HEAD_ROWS, TABLE_COLUMNS } from "@/lib/aggregates/columns";
import { ALIAS_KINDS } from "@/lib/alias-kinds";
import { COLUMNS, MOST_HEADER_ROWS } from "@/lib/list-columns";
import { requireViewer } from "@/server/auth/require-viewer";
import { AppError } from "@/server/errors";
import { mapColumns } from "@/server/mutations/map-columns";
import { mapTable } from "@/server/mutations/map-table";
import { resolveNames } from "@/server/mutations/resolve-names";
import { formErrorParams } from "../../form-error";

const position = z.coerce.number().int().min(0).max(16_384);
const placeSchema = (mostRows: number) =>
  z.object({
    sheet: position,
    row: z.coerce.number().int().min(1),
    depth: z.coerce.number().int().min(1).max(mostRows).catch(1),
  });
const listPlaceSchema = placeSchema(MOST_HEADER_ROWS);
const tablePlaceSchema = placeSchema(MOST_HEAD_ROWS);
const meaningSchema = z.enum(TABLE_COLUMNS);
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
  const place = placeOf(listPlaceSchema, form);
  await save(batchId, backTo("list", place, chosen), () => {
    if (place === null) throw new AppError("importStale");
    return mapColumns(viewer, { batchId, ...place, columns: Object.fromEntries(chosen) });
  });
}

/** Remembers what the columns of an aggregate table count, then shows the preview as it comes. */
export async function saveTable(batchId: number, form: FormData): Promise<void> {
  const viewer = await requireViewer(`/imports/${batchId}/mapping`);
  const meanings = [...form].flatMap(([name, value]) => {
    const [, at] = /^column-(\d{1,5})$/.exec(name) ?? [];
    const parsed = meaningSchema.safeParse(value);
    return at !== undefined && parsed.success ? [{ at: Number(at), means: parsed.data }] : [];
  });
  const place = placeOf(tablePlaceSchema, form);
  const chosen = meanings.map(({ at, means }) => [String(at), means] as const);
  await save(batchId, backTo("table", place, chosen), () => {
    if (place === null) throw new AppError("importStale");
    return mapTable(viewer, { batchId, ...place, meanings });
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

type Place = { readonly sheet: number; readonly rowNumber: number; readonly depth: number };

function placeOf(schema: ReturnType<typeof placeSchema>, form: FormData): Place | null {
  const parsed = schema.safeParse({ sheet: form.get("sheet"), row: form.get("row"), depth: form.get("depth") });
  return parsed.success ? { sheet: parsed.data.sheet, rowNumber: parsed.data.row, depth: parsed.data.depth } : null;
}

/** The page as it was sent, so that a choice with an error can be corrected. */
function backTo(
  kind: "list" | "table",
  place: Place | null,
  chosen: readonly (readonly [string, string | number])[],
): Record<string, string> {
  return {
    kind,
    ...(place && { sheet: String(place.sheet), row: String(place.rowNumber), depth: String(place.depth) }),
    ...Object.fromEntries(chosen.map(([name, value]) => [`column-${name}`, String(value)])),
  };
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
