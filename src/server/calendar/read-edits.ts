import "server-only";
import { type CalendarEdit, calendarEditSchema } from "@/lib/calendar-edits";
import { AppError } from "../errors";

/** Throws `invalidInput` with the field. */
export function readEdits(edits: readonly unknown[]): CalendarEdit[] {
  return edits.map((edit) => {
    const parsed = calendarEditSchema.safeParse(edit);
    if (parsed.success) return parsed.data;
    const field = String(parsed.error.issues[0]?.path[0] ?? "edit");
    throw new AppError("invalidInput", { field, reason: "malformed" });
  });
}
