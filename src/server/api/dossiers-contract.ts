import "server-only";
import { z } from "zod";
import { API } from "@/lib/strings/api";
import { PROBLEM_CODES } from "@/lib/strings/imports";
import { MOST_RECORDS, PORTAL_SERVICES, portalDossierSchema, portalStepSchema } from "../imports/portal/portal-schema";
import { ROW_RESULTS } from "../imports/row-result";

const envelope = {
  service: z.enum(PORTAL_SERVICES).default("DongBoHoSoMC").describe(API.service),
  asOf: z.iso.datetime({ offset: true }).optional().describe(API.asOf),
};

/** The body of a request, its records unread: each is judged, and answered, by itself. */
export const receiveBodySchema = z.object({ ...envelope, data: z.array(z.unknown()).min(1) });

/** The same with its records, as the description shows it. */
export const describedBodySchema = z.object({
  ...envelope,
  data: z
    .array(z.union([portalDossierSchema, portalStepSchema]))
    .min(1)
    .max(MOST_RECORDS)
    .describe(API.data),
});

const count = z.number().int().nonnegative();

/** The answer: one result per record, in their order. records = inserted + updated + unchanged + rejected. */
export const receivedSchema = z.object({
  batch: z.number().int(),
  asOf: z.iso.datetime(),
  records: count,
  inserted: count,
  updated: count,
  unchanged: count,
  rejected: count,
  results: z.array(
    z.object({
      code: z.string().nullable(),
      result: z.enum(ROW_RESULTS),
      problems: z.array(z.object({ field: z.string().nullable(), code: z.enum(PROBLEM_CODES), message: z.string() })),
    }),
  ),
});
export type Received = z.infer<typeof receivedSchema>;
