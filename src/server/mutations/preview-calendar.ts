import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { CalendarEditInput } from "@/lib/calendar-edits";
import { readEdits } from "../calendar/read-edits";
import { type CalendarOutcome, changeCalendar } from "../calendar/change-calendar";

export type CalendarPreviewInput =
  | { readonly edits: readonly CalendarEditInput[] }
  /** The edition in force, to be taken back. */
  | { readonly undoes: number };

/**
 * What publishing a change of the calendar would do; nothing of it is written. Throws `notFound` for viewers
 * who may not edit the calendar, and the `calendar…` codes of a change that is refused.
 */
export async function previewCalendar(viewer: Viewer, input: CalendarPreviewInput): Promise<CalendarOutcome> {
  const change = "edits" in input ? { edits: readEdits(input.edits) } : input;
  return changeCalendar(viewer, change, null);
}
