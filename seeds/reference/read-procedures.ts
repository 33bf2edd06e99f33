import { z } from "zod";
import { TIME_LIMIT_UNITS } from "@/lib/sla";
import { readTable } from "./read-table";

const procedureRow = z
  .object({
    code: z.string().min(1),
    name: z.string().min(1),
    field_code: z.string().min(1),
    field_name: z.string().min(1),
    handled_by: z.string().min(1),
    limit_amount: z.coerce.number().int().positive(),
    limit_unit: z.enum(TIME_LIMIT_UNITS),
    basis: z.string().min(1),
  })
  .transform((row) => ({
    code: row.code,
    name: row.name,
    fieldCode: row.field_code,
    fieldName: row.field_name,
    handledBy: row.handled_by.split(";"),
    limit: { amount: row.limit_amount, unit: row.limit_unit },
    basis: row.basis,
  }));

/** A procedure as seeds/procedures.csv writes it; `handledBy` holds "commune" or the last part of a unit code. */
export type SeedProcedure = z.infer<typeof procedureRow>;

export function readProcedures(): SeedProcedure[] {
  return readTable("procedures.csv", procedureRow);
}
