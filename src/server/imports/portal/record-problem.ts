import "server-only";
import type { z } from "zod";
import type { RowProblem } from "../row-problem";
import { codeOf } from "./code-of";

/** Why a record is none: the first field that is not what the format says. */
export function recordProblem(record: unknown, rowNumber: number, error: z.ZodError): RowProblem {
  const path = error.issues[0]?.path.join(".") ?? "";
  return {
    rowNumber,
    columnName: path === "" ? null : path,
    code: "badRecord",
    dossierCode: codeOf(record)?.slice(0, 100) ?? null,
    details: {},
  };
}
