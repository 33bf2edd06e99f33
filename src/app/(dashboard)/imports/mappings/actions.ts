"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { orNotFound } from "@/app/or-not-found";
import { ALIAS_KINDS } from "@/lib/alias-kinds";
import { requireViewer } from "@/server/auth/require-viewer";
import { AppError } from "@/server/errors";
import { type ForgottenMapping, forgetMapping } from "@/server/mutations/forget-mapping";

const PATH = "/imports/mappings";
const sourceId = z.coerce.number().int().positive().max(2_147_483_647);
const nameSchema = z.object({ sourceId, kind: z.enum(ALIAS_KINDS), textKey: z.string().max(500) });
const headerSchema = z.object({ sourceId, fingerprint: z.string().regex(/^[0-9a-f]{64}$/) });

/** Takes back what a name stands for. */
export async function forgetName(form: FormData): Promise<void> {
  await forget(nameSchema, form);
}

/** Takes back what the columns of a header mean. */
export async function forgetHeader(form: FormData): Promise<void> {
  await forget(headerSchema, form);
}

async function forget(schema: z.ZodType<ForgottenMapping>, form: FormData): Promise<void> {
  const viewer = await requireViewer(PATH);
  const parsed = schema.safeParse(Object.fromEntries(form));
  // Sent twice, it is gone already: the page shows what is left.
  if (parsed.success) {
    await orNotFound(forgetMapping(viewer, parsed.data)).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
    });
  }
  redirect(PATH);
}
