import "server-only";
import { z } from "zod";
import { aggregateCountsSchema } from "@/lib/aggregates/columns";
import { RANKING_LEVELS } from "@/lib/filters";
import { FORMULA_IDS } from "@/lib/sla";

const count = z.number().int();

const rowSchema = z.strictObject({
  rank: count.nullable(),
  code: z.string().nullable(),
  name: z.string().nullable(),
  received: count,
  carriedOver: count,
  early: count,
  onTime: count,
  late: count,
  resolvedUndated: count,
  returned: count,
  open: count,
  inTime: count,
  paused: count,
  overdue: count,
  openUndated: count,
  rate: z.strictObject({ ok: count, of: count }).nullable(),
  meetsTarget: z.boolean().nullable(),
});

/** A unit and period as a table of counts tells it: of no sum, and beside dossiers of the same period only a comparison. */
const tableSchema = z.strictObject({
  code: z.string(),
  name: z.string(),
  period: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
  source: z.string(),
  asOf: z.iso.date(),
  counts: aggregateCountsSchema,
  isBroken: z.boolean(),
  besideDossiers: z.boolean(),
});

/** The ranking's JSON: counts only, a rate is a pair of integers. */
export const rankingSchema = z.strictObject({
  unit: z.strictObject({ code: z.string(), name: z.string(), level: z.string() }),
  level: z.enum(RANKING_LEVELS),
  period: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
  asOf: z.iso.date().nullable(),
  formula: z.enum(FORMULA_IDS),
  target: z.string(),
  rows: z.array(rowSchema),
  rest: rowSchema.nullable(),
  total: rowSchema,
  tables: z.array(tableSchema),
});
