import "server-only";

/** Stable codes; the sentences live in src/lib/strings/errors.ts. */
export const APP_ERROR_CODES = [
  "notFound",
  "notSignedIn",
  "invalidInput",
  "unitAmbiguous",
  "importBusy",
  "importStale",
  "previewOutdated",
  "importNotUndoable",
  "fileEmpty",
  "fileUnreadable",
  "fileTypeMismatch",
  "fileTooLarge",
  "headerMissing",
  "columnMissing",
  "columnDuplicate",
  "aggregateColumnMissing",
  "aggregateColumnTwice",
  "aggregatePeriodMissing",
  "aggregatePeriodAhead",
  "aggregateTotalMissing",
  "legacyFont",
  "calendarYearMissing",
  "calendarYearNotNext",
  "calendarYearEmpty",
  "calendarDayOutside",
  "calendarDayTaken",
  "calendarDayMissing",
  "calendarNoName",
  "calendarNoDocument",
  "calendarMakeUpOfNothing",
  "calendarUnchanged",
  "calendarChanged",
  "calendarNothingToUndo",
  "calendarBusy",
  "connectionLost",
  "importCancelled",
  "importFinished",
  "readingStopped",
  "unexpected",
  "loginFailed",
  "loginThrottled",
  "tokenInvalid",
  "tooManyRequests",
  "bodyMalformed",
  "bodyInvalid",
  "bodyTooLarge",
  "tooManyRecords",
  "tooManyRows",
  "requestInProgress",
  "requestKeyReused",
  "viewNameTaken",
  "viewAddressUnknown",
  "viewNamesOfficer",
  "tooManyViews",
  "boundariesUnreadable",
  "boundariesUnknown",
  "boundariesOtherDay",
] as const;
export type AppErrorCode = (typeof APP_ERROR_CODES)[number];

export type AppErrorParams = Readonly<Record<string, string | number | readonly string[]>>;

/** An expected failure, with what its sentence needs. `notFound` also stands for "not allowed". */
export class AppError extends Error {
  constructor(
    readonly code: AppErrorCode,
    readonly params: AppErrorParams = {},
  ) {
    super(code);
    this.name = "AppError";
  }
}
