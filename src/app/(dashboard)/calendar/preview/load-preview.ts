import type { CalendarPreviewProps, ShownOutcome } from "@/components/calendar/calendar-preview";
import type { Viewer } from "@/lib/access/viewer";
import { type CalendarDraft, readDraft } from "@/lib/calendar-edits";
import type { SearchParams } from "@/lib/filters";
import { describeError } from "@/lib/strings/errors";
import { AppError } from "@/server/errors";
import { previewCalendar } from "@/server/mutations/preview-calendar";
import { getCalendar } from "@/server/queries/get-calendar";
import { getDataStatus } from "@/server/queries/get-data-status";
import { describeFormError } from "../../imports/form-error";
import { shownYear } from "../shown-year";

type Answer = { readonly outcome: ShownOutcome | null; readonly message: string | null };

/** Throws `notFound` for viewers who may not edit the calendar. */
export async function loadPreview(viewer: Viewer, search: SearchParams) {
  const [calendar, status] = await Promise.all([getCalendar(viewer), getDataStatus(viewer)]);
  if (!calendar.canEdit) throw new AppError("notFound", { what: "calendar" });
  const draft = readDraft(search);
  const undoes = /^[1-9]\d{0,8}$/.test(String(search.undo)) ? Number(search.undo) : null;
  const { outcome, message } = await ask(viewer, draft, undoes);
  return {
    status,
    calendar,
    edits: draft.edits,
    undoes,
    outcome,
    message: message ?? describeFormError(search),
    year: yearOf(draft) ?? shownYear(search.year, calendar, status.asOf),
  } satisfies Omit<CalendarPreviewProps, "publish"> & { status: unknown };
}

/** What is refused has a sentence; a draft without edits has none. */
async function ask(viewer: Viewer, { edits, malformed }: CalendarDraft, undoes: number | null): Promise<Answer> {
  const nothing = { outcome: null, message: null };
  if (malformed !== null) {
    return { outcome: null, message: describeError("invalidInput", { field: malformed, reason: "malformed" }) };
  }
  if (undoes === null && edits.length === 0) return nothing;
  try {
    const outcome = await previewCalendar(viewer, undoes === null ? { edits } : { undoes });
    return { outcome, message: null };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === "notFound") throw error;
    return { outcome: null, message: describeError(error.code, error.params) };
  }
}

function yearOf({ edits }: CalendarDraft): number | null {
  const [edit] = edits;
  if (!edit) return null;
  return edit.action === "openYear" ? edit.year : Number(edit.day.slice(0, 4));
}
