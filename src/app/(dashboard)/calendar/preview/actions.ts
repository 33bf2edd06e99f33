"use server";

import { redirect } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import type { Viewer } from "@/lib/access/viewer";
import { draftHref, readDraft } from "@/lib/calendar-edits";
import { requireViewer } from "@/server/auth/require-viewer";
import { AppError } from "@/server/errors";
import { publishCalendar } from "@/server/mutations/publish-calendar";
import { undoCalendar } from "@/server/mutations/undo-calendar";
import { formErrorParams } from "../../imports/form-error";

/** Publishes what the preview showed, or takes the last edition back; then shows the calendar, or why not. */
export async function publishDraft(form: FormData): Promise<void> {
  const viewer = await requireViewer("/calendar");
  const edit = form.getAll("edit").filter((value) => typeof value === "string");
  const undo = form.get("undo");
  const back = undo === null ? draftHref(readDraft({ edit }).edits) : `/calendar/preview?undo=${Number(undo)}`;
  let next: string;
  try {
    next = `/calendar?published=${await orNotFound(publish(viewer, form, edit))}`;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    next = `${back}&${formErrorParams(error)}`;
  }
  redirect(next);
}

async function publish(viewer: Viewer, form: FormData, edit: string[]): Promise<string> {
  const note = String(form.get("note") ?? "");
  const undo = form.get("undo");
  if (undo !== null) {
    const { version, changes } = await undoCalendar(viewer, { version: Number(undo), note });
    return afterwards(version, changes);
  }
  const { edits } = readDraft({ edit });
  const baseVersion = Number(form.get("baseVersion"));
  const { version, changes } = await publishCalendar(viewer, { edits, baseVersion, note });
  return afterwards(version, changes);
}

/** The year in which something changed is the one to be looked at. */
function afterwards(version: number, changes: readonly { readonly entry: { readonly day: string } }[]): string {
  const year = changes[0]?.entry.day.slice(0, 4);
  return year === undefined ? String(version) : `${version}&year=${year}`;
}
