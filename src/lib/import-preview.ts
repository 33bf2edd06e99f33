import { z } from "zod";
import { daySchema } from "./filters";

/** Facts of a dossier that a list can change, as they are compared and shown. */
export const CHANGED_FIELDS = [
  "status",
  "unit",
  "receivingUnit",
  "procedure",
  "channel",
  "received",
  "due",
  "extendedDue",
  "finished",
  "handedOver",
  "officer",
  "pauses",
] as const;
export type ChangedField = (typeof CHANGED_FIELDS)[number];

/** So many changed dossiers are shown one by one; all of them are counted. */
export const SHOWN_CHANGES = 200;

const part = z.object({ ok: z.int(), of: z.int() });
export type PreviewPart = z.infer<typeof part>;

const fieldChange = z.object({
  field: z.enum(CHANGED_FIELDS),
  /** A day, a local moment, a code or a name; null where there is none. */
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type FieldChange = z.infer<typeof fieldChange>;

const changedDossier = z.object({ code: z.string(), unitName: z.string(), fields: z.array(fieldChange) });
export type ChangedDossier = z.infer<typeof changedDossier>;

/** One field of one dossier; null for a dossier whose facts are the same and whose verdict was computed by an older engine. */
export const changedRowSchema = fieldChange.extend({
  field: fieldChange.shape.field.nullable(),
  code: z.string(),
  unitName: z.string(),
});
export type ChangedRow = z.infer<typeof changedRowSchema>;

const codes = { count: z.int(), codes: z.array(z.string()) };

const warning = z.discriminatedUnion("code", [
  z.object({ code: z.literal("fewerDossiers"), count: z.int(), last: z.int(), lastOn: daySchema }),
  z.object({ code: z.literal("unitsMissing"), count: z.int(), names: z.array(z.string()) }),
  z.object({
    code: z.literal("volumeUnusual"),
    count: z.int(),
    /** First day of the month. */
    month: daySchema,
    units: z.array(z.object({ name: z.string(), received: z.int(), usual: z.int() })),
  }),
  z.object({ code: z.literal("dossiersVanished"), ...codes }),
  z.object({ code: z.literal("dueMovedAfterPassing"), ...codes }),
  z.object({
    code: z.literal("massClosing"),
    /** Dossiers, of all the evenings together. */
    count: z.int(),
    evenings: z.array(z.object({ name: z.string(), day: daySchema, count: z.int() })),
  }),
]);
export type ImportWarning = z.infer<typeof warning>;

/** What the figures rested on when the preview was made: another state gives another preview. */
const base = z.object({
  /** The last batch of the province that changed dossiers, and its moment; null before the first. */
  lastBatch: z.string().nullable(),
  calendarVersion: z.int().nullable(),
});
export type PreviewBase = z.infer<typeof base>;

const counts = z.object({ inserted: z.int(), updated: z.int(), unchanged: z.int(), rejected: z.int() });
export type PreviewCounts = z.infer<typeof counts>;

/** What a batch would do, as it is kept with it until it is written. */
export const importPreviewSchema = z.object({
  base,
  counts,
  /** For which the rates hold: from 1 January of the as-of year to the as-of day. */
  period: z.object({ from: daySchema, to: daySchema }),
  /** Units whose rate moves by the default formula, what falls furthest first. */
  rates: z.array(z.object({ unitId: z.int(), name: z.string(), level: z.string(), before: part, after: part })),
  changes: z.object({
    count: z.int(),
    dossiers: z.array(changedDossier),
  }),
  warnings: z.array(warning),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;
