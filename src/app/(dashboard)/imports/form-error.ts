import { z } from "zod";
import type { SearchParams } from "@/lib/filters";
import { describeError, UNEXPECTED_ERROR } from "@/lib/strings/errors";
import { type AppError, APP_ERROR_CODES } from "@/server/errors";

/** Nothing but known words: an address must not put sentences of its own on our pages. */
const errorSchema = z.object({
  error: z.enum(APP_ERROR_CODES),
  field: z.enum(["file", "sourceName", "asOf", "from", "to", "on"]).optional().catch(undefined),
  reason: z.enum(["missing", "malformed", "future"]).optional().catch(undefined),
});

/** The error as parameters of the page that shows it. */
export function formErrorParams({ code, params }: AppError): URLSearchParams {
  const { field, reason } = params;
  const result = new URLSearchParams({ error: code });
  if (typeof field === "string") result.set("field", field);
  if (typeof reason === "string") result.set("reason", reason);
  return result;
}

/** The sentence for the parameters; null when they name no error. */
export function describeFormError(params: SearchParams): string | null {
  const parsed = errorSchema.safeParse(params);
  if (!parsed.success) return null;
  const { error, field = "", reason = "" } = parsed.data;
  return describeError(error, { field, reason });
}

const failureSchema = z.object({
  code: z.enum(APP_ERROR_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).default({}),
});

/** Why a batch failed as the database remembers it, or else what the address says of the last button. */
export function describeBatchError(failure: unknown, params: SearchParams): string | null {
  if (failure === null || failure === undefined) return describeFormError(params);
  const parsed = failureSchema.safeParse(failure);
  return parsed.success ? describeError(parsed.data.code, parsed.data.params) : UNEXPECTED_ERROR;
}
