import "server-only";
import { z } from "zod";
import { CALENDAR_DAY_KINDS, type CalendarDay, isDay } from "@/lib/sla";
import { cleanText } from "@/lib/text";
import { AppError } from "../errors";

const LONGEST_TEXT = 300;

const day = z.string().refine((text): text is CalendarDay => isDay(text));
const unitId = z.number().int().positive().nullable();
const text = z.string().transform(cleanText).pipe(z.string().max(LONGEST_TEXT));

const editSchema = z.discriminatedUnion("action", [
  z.object({ action: z.literal("add"), day, kind: z.enum(CALENDAR_DAY_KINDS), unitId, name: text, basis: text }),
  z.object({ action: z.literal("remove"), day, unitId }),
  z.object({ action: z.literal("openYear"), year: z.number().int() }),
]);

/**
 * One edit: an entry that comes or goes, for the whole province (`unitId` null) or for a unit with everything
 * below it; or the year after the last one, which must get its days in the same change.
 */
export type CalendarEdit = z.output<typeof editSchema>;
export type CalendarEditInput = z.input<typeof editSchema>;

/** Throws `invalidInput` with the field. */
export function readEdits(edits: readonly unknown[]): CalendarEdit[] {
  return edits.map((edit) => {
    const parsed = editSchema.safeParse(edit);
    if (parsed.success) return parsed.data;
    const field = String(parsed.error.issues[0]?.path[0] ?? "edit");
    throw new AppError("invalidInput", { field, reason: "malformed" });
  });
}
