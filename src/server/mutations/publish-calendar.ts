import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { cleanText } from "@/lib/text";
import type { CalendarEditInput } from "@/lib/calendar-edits";
import { readEdits } from "../calendar/read-edits";
import { type CalendarOutcome, changeCalendar } from "../calendar/change-calendar";

export type CalendarPublicationInput = {
  readonly edits: readonly CalendarEditInput[];
  /** The edition on which the preview rested. */
  readonly baseVersion: number;
  /** Why, in the words of whoever publishes; may be empty. */
  readonly note: string;
};

/**
 * Publishes the next edition of the calendar and recomputes every dossier it can touch, with the ledger and the
 * audit log, in one transaction. Promised due days never move. Throws what `previewCalendar` throws,
 * `calendarChanged` after another edition was published, `calendarBusy` while dossiers are being written.
 */
export async function publishCalendar(viewer: Viewer, input: CalendarPublicationInput): Promise<CalendarOutcome> {
  const { edits, baseVersion, note } = input;
  return changeCalendar(viewer, { edits: readEdits(edits) }, { baseVersion, note: cleanText(note) });
}
