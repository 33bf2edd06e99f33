/** What the engine refuses. The sentences are written where they are shown. */
export const SLA_ERROR_CODES = [
  "dayInvalid",
  "momentInvalid",
  "zoneUnknown",
  "calendarYearMissing",
  "calendarYearsReversed",
  "calendarWithoutWork",
  "calendarHoursInvalid",
  "calendarEntryOutside",
  "calendarEntriesContradict",
  "limitInvalid",
  "closedWithoutDay",
  "pausedWithoutDay",
  "finishedBeforeReceived",
  "dueBeforeReceived",
  "momentOnOtherDay",
  "pauseReversed",
  "periodReversed",
] as const;
export type SlaErrorCode = (typeof SLA_ERROR_CODES)[number];

export type SlaErrorParams = Readonly<Record<string, string | number>>;

/** Facts or settings that no verdict can rest on; `params` hold the offending values. */
export class SlaError extends Error {
  override readonly name = "SlaError";
  readonly code: SlaErrorCode;
  readonly params: SlaErrorParams;

  constructor(code: SlaErrorCode, params: SlaErrorParams = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}
