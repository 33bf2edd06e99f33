"use server";

import { redirect } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { PERIOD_PRESETS } from "@/lib/period";
import { requireViewer } from "@/server/auth/require-viewer";
import { AppError } from "@/server/errors";
import { deleteView } from "@/server/mutations/delete-view";
import { saveView } from "@/server/mutations/save-view";
import { starView } from "@/server/mutations/star-view";

function field(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** Keeps the view and shows all that are kept; otherwise the form again, with the reason. */
export async function submitView(form: FormData): Promise<void> {
  const viewer = await requireViewer("/views");
  const [address, viewName, period] = [field(form, "of"), field(form, "name"), field(form, "period")];
  try {
    await orNotFound(
      saveView(viewer, {
        viewName,
        address,
        isOwnUnit: field(form, "unit") === "own",
        preset: PERIOD_PRESETS.find((preset) => preset === period) ?? null,
        isStarred: form.has("star"),
        isShared: form.has("share"),
      }),
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    redirect(`/views/new?${new URLSearchParams({ of: address, name: viewName.slice(0, 100), error: error.code })}`);
  }
  redirect("/views");
}

/** Sets the reader's star, or takes it away. */
export async function submitStar(form: FormData): Promise<void> {
  const viewer = await requireViewer("/views");
  await orNotFound(starView(viewer, { viewId: Number(form.get("id")), isStarred: form.get("star") === "1" }));
  redirect("/views");
}

export async function submitDelete(form: FormData): Promise<void> {
  const viewer = await requireViewer("/views");
  await orNotFound(deleteView(viewer, { viewId: Number(form.get("id")) }));
  redirect("/views");
}
