import type { Rate, TargetRule } from "./types";

/** 100 % in hundredths of a percent. */
export const WHOLE_BP = 10_000;

/** How far the rate lies above the target, in dossiers × 10 000: exact, never a fraction. */
function surplus({ ok, of }: NonNullable<Rate>, { thresholdBp }: TargetRule): number {
  return WHOLE_BP * ok - thresholdBp * of;
}

/** Compares integers, so that 94,996 % does not pass for 95 %. Null when there is nothing to count. */
export function meetsTarget(rate: Rate, rule: TargetRule): boolean | null {
  if (rate === null) return null;
  const above = surplus(rate, rule);
  return rule.mustExceed ? above > 0 : above >= 0;
}

/** Negative when `a` is the lower rate. Exact for counts up to 90 million. */
export function compareRates(a: NonNullable<Rate>, b: NonNullable<Rate>): number {
  return a.ok * b.of - b.ok * a.of;
}

/**
 * The rate in hundredths of a percent for showing, half up, but rounding never lifts it to the target or to
 * 100 %, nor sinks it to 0.
 */
export function displayBp(rate: Rate, rule: TargetRule): number | null {
  if (rate === null) return null;
  const { ok, of } = rate;
  const rounded = Math.floor((2 * WHOLE_BP * ok + of) / (2 * of));
  if (rounded === 0 && ok > 0) return 1;
  if (rounded >= WHOLE_BP && ok < of) return WHOLE_BP - 1;
  if (rounded >= rule.thresholdBp && surplus(rate, rule) < 0) return rule.thresholdBp - 1;
  return rounded;
}

/** Smallest whole x ≥ 0 with x · step ≥ needed (or > needed). */
function stepsFor(needed: number, step: number, mustExceed: boolean): number {
  if (mustExceed) return needed < 0 ? 0 : Math.floor(needed / step) + 1;
  return needed <= 0 ? 0 : Math.ceil(needed / step);
}

/**
 * How many of the dossiers counted as not on time would have had to be on time to meet the target.
 * Null when there is nothing to count, or when not even all of them would do.
 */
export function missingToTarget(rate: Rate, rule: TargetRule): number | null {
  if (rate === null) return null;
  const missing = stepsFor(-surplus(rate, rule), WHOLE_BP, rule.mustExceed);
  return missing > rate.of - rate.ok ? null : missing;
}

/**
 * How many dossiers on time in a row, on top of those counted, would meet the target.
 * Null when there is nothing to count, or when no number would do (a target of 100 %, already missed).
 */
export function consecutiveToTarget(rate: Rate, rule: TargetRule): number | null {
  if (rate === null) return null;
  if (meetsTarget(rate, rule) === true) return 0;
  const step = WHOLE_BP - rule.thresholdBp;
  return step <= 0 ? null : stepsFor(-surplus(rate, rule), step, rule.mustExceed);
}
