export {
  addCalendarMonths,
  addDays,
  compareDays,
  type DayNumber,
  daysBetween,
  daysInMonth,
  formatDay,
  fromDayNumber,
  isDay,
  parseDay,
  toDayNumber,
  weekdayOf,
} from "./calendar-day";
export { classOn } from "./class-on";
export { computeDueDay, DUE_RULES, type DueDay, type DueRule, type Receipt } from "./due-day";
export { ENGINE_VERSION } from "./engine-version";
export { SLA_ERROR_CODES, SlaError, type SlaErrorCode, type SlaErrorParams } from "./errors";
export {
  type CalendarAccount,
  checkPromise,
  type DossierExplanation,
  explainDossier,
  type PromiseCheck,
  VERDICT_REASONS,
  type VerdictReason,
} from "./explain";
export type { ExplanationStep, PauseEffect } from "./explain-steps";
export { FORMULAS, type Formula } from "./formula";
export { dayOf, dayOfMoment, isMoment, makeMoment, momentOf, parseMoment, secondOfDay } from "./local-moment";
export { mergePauses } from "./merge-pauses";
export { type MinuteInterval, OFFICE_HOURS } from "./office-hours";
export { sharedRanks } from "./rank";
export { compareRates, consecutiveToTarget, displayBp, meetsTarget, missingToTarget, WHOLE_BP } from "./rate";
export {
  addTallies,
  type BrokenIdentity,
  type CountedDossier,
  type CountingPeriod,
  checkIdentities,
  countInto,
  emptyTally,
  received,
  resolvedTotal,
  TALLY_IDENTITIES,
  type TallyCounts,
  type TallyIdentity,
  tallyOf,
} from "./tally";
export { deriveTimeline } from "./timeline";
export {
  CALENDAR_DAY_KINDS,
  type CalendarDay,
  type CalendarDayKind,
  type CalendarEntry,
  CHANNELS,
  type Channel,
  type DaySpan,
  DOSSIER_CLASSES,
  DOSSIER_STATUSES,
  type DossierClass,
  type DossierFacts,
  type DossierStatus,
  type DossierTimeline,
  FORMULA_IDS,
  type FormulaId,
  type LocalMoment,
  OUTCOMES,
  type Outcome,
  PAUSE_REASONS,
  type Pause,
  type PauseReason,
  type Rate,
  TALLY_FIELDS,
  type Tally,
  type TallyField,
  type TargetRule,
  TIME_LIMIT_UNITS,
  type TimeLimit,
  type TimeLimitUnit,
} from "./types";
export {
  addWorkingDays,
  type CalendarSource,
  compileCalendar,
  isProvisional,
  isWorkingDay,
  type NotableDay,
  skippedDays,
  type WeekPattern,
  type WorkingCalendar,
  workingDaysBetween,
} from "./working-calendar";
export {
  closingMoment,
  momentAtWorkingSeconds,
  nextWorkingMoment,
  workingSecondsAt,
  workingSecondsBetween,
} from "./working-clock";
