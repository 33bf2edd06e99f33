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
export { attributeDelay, type DelayAccount, type Step, type StepAccount } from "./attribute-delay";
export {
  attributionDay,
  isDueSoon,
  isPausedLong,
  lastDueDayPast,
  lastDueSoonDay,
  MONTH_BASES,
  type MonthBasis,
} from "./attribution";
export {
  CALENDAR_PROBLEMS,
  type CalendarProblem,
  type CalendarProblemCode,
  canMove,
  changedDays,
  checkCalendar,
} from "./check-calendar";
export { checkPromise, PROMISE_FINDINGS, type PromiseCheck, type PromiseFinding } from "./check-promise";
export { classOn } from "./class-on";
export {
  CONTROL_SIGNALS,
  type ControlChart,
  type ControlPoint,
  type ControlSignal,
  controlChart,
  LEAST_CONTROL_MONTHS,
} from "./control-chart";
export { type CalendarSource, compileCalendar, type WeekPattern, type WorkingCalendar } from "./compile-calendar";
export {
  type CountingRules,
  DEFAULT_RULES,
  DUE_RULES,
  type DueRule,
  SAME_DAY_CUTOFF_MINUTE,
  WORKING_DAY_CONVENTIONS,
  type WorkingDayConvention,
} from "./counting-rules";
export {
  DUE_BASES,
  type DossierCycle,
  type DueBasis,
  dueDayOf,
  factsOfCycle,
  type NewPromise,
  supplementRequests,
} from "./dossier-cycle";
export {
  type DossierEvent,
  EVENT_KINDS,
  type EventKind,
  PROMISE_REASONS,
  type PromiseReason,
} from "./dossier-events";
export {
  computeDueAfterPauses,
  computeDueMoment,
  type DueAfterPauses,
  type DueMoment,
  type MomentSpan,
} from "./due-after-pauses";
export { computeDueDay, type DueDay, type Receipt } from "./due-day";
export { ENGINE_VERSION } from "./engine-version";
export { SLA_ERROR_CODES, SlaError, type SlaErrorCode, type SlaErrorParams } from "./errors";
export {
  type CalendarAccount,
  type DossierExplanation,
  explainDossier,
  VERDICT_REASONS,
  type VerdictReason,
} from "./explain";
export type { ExplanationStep, PauseEffect } from "./explain-steps";
export { FORMULAS, type Formula } from "./formula";
export { clockOf, dayOf, dayOfMoment, isMoment, makeMoment, momentOf, parseMoment, secondOfDay } from "./local-moment";
export { mergePauses } from "./merge-pauses";
export { type MinuteInterval, OFFICE_HOURS } from "./office-hours";
export { sharedRanks } from "./rank";
export { compareRates, consecutiveToTarget, displayBp, meetsTarget, missingToTarget, WHOLE_BP } from "./rate";
export {
  judgeReception,
  RECEPTION_HOURS,
  RECEPTION_VERDICTS,
  type Reception,
  type ReceptionVerdict,
} from "./reception";
export { classFromEvents, type DossierLife, LIFE_FLAGS, type LifeFlag, replayEvents } from "./replay-events";
export { sharesOf } from "./shares";
export { betaBelow, binomialAtLeast } from "./beta-distribution";
export { funnelLimits, overdispersionOf, peerGroups } from "./funnel-limits";
export {
  BURN_ALERTS,
  type BurnAlert,
  burnAlert,
  type LateBudget,
  lateBudget,
  type MonthSoFar,
  type Window,
} from "./late-budget";
export { reachesVolume } from "./least-volume";
export {
  type AgeHistory,
  brierScore,
  collectHistory,
  estimateHazards,
  type Forecast,
  forecastRate,
  COMMON_SHIFT,
  GO_TOGETHER,
  type Hazards,
  type ObservedLife,
  probabilityLate,
  type RateForecast,
  type ReliabilityBin,
  reliabilityBins,
} from "./lateness-forecast";
export { type RankInterval, rankIntervals } from "./rank-intervals";
export {
  type Ahead,
  dossiersAtShare,
  firstFeasibleDay,
  lateAllowedAmong,
  planRecovery,
  type Recovery,
} from "./recovery";
export {
  estimatePrior,
  FAIR_VERDICTS,
  type FairVerdict,
  fairVerdict,
  type Posterior,
  type Prior,
  probabilityBelow,
  shrink,
} from "./shrinkage";
export { type Interval, wilsonInterval, Z_90, Z_95 } from "./wilson-interval";
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
export { accountForTime, type FinishedLife, type TimeAccount } from "./time-account";
export { deriveTimeline } from "./timeline";
export { DUE_PLACE, lifeTowardsDue, probabilityLateWith } from "./towards-due";
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
export { type AgingTimeline, type ClockStop, workingAge } from "./working-age";
export {
  addWorkingDays,
  isProvisional,
  isWorkingDay,
  type NotableDay,
  skippedDays,
  workingDaysBetween,
} from "./working-calendar";
export {
  closingMoment,
  momentAtWorkingSeconds,
  nextWorkingMoment,
  workingSecondsAt,
  workingSecondsBetween,
} from "./working-clock";
