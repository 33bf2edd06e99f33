import { z } from "zod";
import { instantOf } from "@/lib/instant-of";
import { isMoment } from "@/lib/sla";
import { now } from "@/server/clock";
import { AppError } from "@/server/errors";

const SECONDS = ":00";

const formSchema = z.object({
  sourceName: z
    .string()
    .normalize("NFC")
    .trim()
    .regex(/^[^\p{Cc}]{1,100}$/u),
  asOf: z.string().transform((text, context) => {
    const moment = text.length === "YYYY-MM-DDTHH:mm".length ? `${text}${SECONDS}` : text;
    if (isMoment(moment)) return moment;
    context.addIssue("not a moment");
    return z.NEVER;
  }),
  /** As the browser counts them before it sends; a form without JavaScript says nothing. */
  bytes: z.coerce.number().int().nonnegative().optional(),
  /** Of the same bytes, where the browser can tell it. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

export type ImportForm = {
  readonly sourceName: string;
  readonly asOf: Date;
  readonly declaredBytes: number | null;
  readonly declaredSha256: string | null;
};

/** The fields that come with an uploaded list. Throws `invalidInput`, also for a moment that is yet to come. */
export function readImportForm(fields: Readonly<Record<string, string>>, zone: string): ImportForm {
  const parsed = formSchema.safeParse(fields);
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path[0] ?? "");
    throw new AppError("invalidInput", { field, reason: fields[field] ? "malformed" : "missing" });
  }
  const { sourceName, asOf, bytes, sha256 } = parsed.data;
  const instant = instantOf(asOf, zone);
  if (instant > now()) throw new AppError("invalidInput", { field: "asOf", reason: "future" });
  return { sourceName, asOf: instant, declaredBytes: bytes ?? null, declaredSha256: sha256 ?? null };
}
