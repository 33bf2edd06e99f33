import { z } from "zod";
import type { SearchParams } from "./filters";
import { CALENDAR_DAY_KINDS, type CalendarDay, isDay } from "./sla";
import { cleanText } from "./text";

const LONGEST_TEXT = 300;
const LARGEST_ID = 2_147_483_647;

const day = z.string().refine((text): text is CalendarDay => isDay(text));
const unitId = z.number().int().positive().max(LARGEST_ID).nullable();
const text = z.string().transform(cleanText).pipe(z.string().max(LONGEST_TEXT));

export const calendarEditSchema = z.discriminatedUnion("action", [
  z.object({ action: z.literal("add"), day, kind: z.enum(CALENDAR_DAY_KINDS), unitId, name: text, basis: text }),
  z.object({ action: z.literal("remove"), day, unitId }),
  z.object({ action: z.literal("openYear"), year: z.number().int() }),
]);

/**
 * One edit: an entry that comes or goes, for the whole province (`unitId` null) or for a unit with everything
 * below it; or the year after the last one, which must get its days in the same change.
 */
export type CalendarEdit = z.output<typeof calendarEditSchema>;
export type CalendarEditInput = z.input<typeof calendarEditSchema>;

export type CalendarDraft = {
  readonly edits: readonly CalendarEdit[];
  /** The field of the form that could not be read; null when all could. */
  readonly malformed: string | null;
};

/** The edits of a draft as an address or a form holds them: `edit`, repeated, and the fields of one more. */
export function readDraft(params: SearchParams): CalendarDraft {
  const written = [params.edit ?? []].flat().map(parseJson);
  const edits = [...written, ...formEdit(params)].map((edit) => calendarEditSchema.safeParse(edit));
  const refused = edits.find(({ success }) => !success);
  return {
    edits: edits.flatMap(({ data }) => (data === undefined ? [] : [data])),
    malformed: refused?.error === undefined ? null : String(refused.error.issues[0]?.path[0] ?? "edit"),
  };
}

function formEdit({ day: added, kind, unit, name, basis }: SearchParams): unknown[] {
  if (added === undefined || added === "") return [];
  const unitId = unit === undefined || unit === "" ? null : Number(unit);
  return [{ action: "add", day: added, kind, unitId, name: name ?? "", basis: basis ?? "" }];
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** The address of the preview of a draft. */
export function draftHref(edits: readonly CalendarEditInput[]): string {
  return `/calendar/preview?${new URLSearchParams(edits.map((edit) => ["edit", JSON.stringify(edit)]))}`;
}
