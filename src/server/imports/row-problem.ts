import "server-only";
import type { ProblemCode, ProblemDetails } from "@/lib/strings/imports";

/** Why a row was not taken. */
export type RowProblem = {
  readonly rowNumber: number;
  /** The header as the file writes it; null when the whole row is meant. */
  readonly columnName: string | null;
  readonly code: ProblemCode;
  readonly dossierCode: string | null;
  readonly details: ProblemDetails;
};
