/**
 * How a limit in working days is counted; named per procedure.
 * - `endOfDay`: from the next working day to the end of the n-th one. Civil Code 2015, articles 147 and 148.
 * - `sameClock`: the clock time of receipt, n working days later.
 * - `workingClock`: n times the hours of a working day, on the working clock.
 */
export const WORKING_DAY_CONVENTIONS = ["endOfDay", "sameClock", "workingClock"] as const;
export type WorkingDayConvention = (typeof WORKING_DAY_CONVENTIONS)[number];

export type CountingRules = {
  readonly workingDays: WorkingDayConvention;
  /** For `workingClock`. */
  readonly hoursPerWorkingDay: number;
  /**
   * For a limit of 0 working days ("ngay trong ngày"): received later than this minute since midnight, it is
   * due on the next working day. Null: due on the day of receipt at any hour.
   */
  readonly sameDayUntilMinute: number | null;
};

export const DEFAULT_RULES: CountingRules = {
  workingDays: "endOfDay",
  hoursPerWorkingDay: 8,
  sameDayUntilMinute: null,
};

/** Received after 15:00, "ngay trong ngày" means the next working day. */
export const SAME_DAY_CUTOFF_MINUTE = 900;

/**
 * How a due day was found.
 * - `workingDays`, `sameClock`, `workingClock`: limits in working days, by their convention.
 * - `sameDay`, `nextDayAfterCutoff`: limits of 0 working days under the cutoff.
 * - `workingHours`: on the working clock from the moment of receipt.
 * - `fromClosing`: by the clock, but the moment of receipt is unknown, so it starts when that day ends.
 * - `calendarDays`, `months`: rolled forward off days off.
 */
export const DUE_RULES = [
  "workingDays",
  "sameClock",
  "workingClock",
  "sameDay",
  "nextDayAfterCutoff",
  "workingHours",
  "fromClosing",
  "calendarDays",
  "months",
] as const;
export type DueRule = (typeof DUE_RULES)[number];
