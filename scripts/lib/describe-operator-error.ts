import { OPERATOR_ERRORS } from "../../src/lib/strings/runtime";
import { OperatorError } from "./operator-error";
import { dataFolder } from "./paths";

/** The sentence for an expected failure; null for one that nobody foresaw. */
export function describeOperatorError(error: unknown): string | null {
  if (error instanceof OperatorError) return OPERATOR_ERRORS[error.code]?.(error.params) ?? error.code;
  const code = error instanceof Error && "code" in error ? error.code : null;
  const path = error instanceof Error && "path" in error ? String(error.path) : "";
  if ((code === "EACCES" || code === "EPERM" || code === "EROFS") && path !== "") {
    return OPERATOR_ERRORS.dataFolderForbidden?.({ folder: path || dataFolder() }) ?? null;
  }
  return null;
}
