import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { cleanText } from "@/lib/text";
import { type CalendarOutcome, changeCalendar } from "../calendar/change-calendar";

/**
 * Takes back the edition in force: publishes the rows of the one before it again, as a new edition. Throws
 * `notFound`, `calendarChanged` when another edition is in force, `calendarNothingToUndo`, `calendarBusy`.
 */
export async function undoCalendar(
  viewer: Viewer,
  { version, note }: { readonly version: number; readonly note: string },
): Promise<CalendarOutcome> {
  return changeCalendar(viewer, { undoes: version }, { baseVersion: version, note: cleanText(note) });
}
