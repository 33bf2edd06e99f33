/** What can keep the product from running. The sentences live in src/lib/strings/runtime.ts. */
export const OPERATOR_ERROR_CODES = [
  "portTaken",
  "portInvalid",
  "dataFolderLocked",
  "dataFolderForbidden",
  "databaseUnreachable",
  "databaseRefused",
  "databaseTooOld",
  "databaseDidNotStart",
  "databaseOtherVersion",
  "databasePasswordLost",
  "platformUnsupported",
  "migrationFailed",
  "demoFailed",
  "buildFailed",
  "serverFailed",
  "databaseStopped",
  "browserMissing",
] as const;
export type OperatorErrorCode = (typeof OPERATOR_ERROR_CODES)[number];

/** A failure that the operator can mend: a code, and what its sentence needs. */
export class OperatorError extends Error {
  constructor(
    readonly code: OperatorErrorCode,
    readonly params: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = "OperatorError";
  }
}
