import { displayBp, meetsTarget, type Rate, type TargetRule } from "@/lib/sla";

/** How a unit's newest months compare with those before them. */
export type Direction = "up" | "down" | "level" | "unknown";

const HALF = 3;
/** Less than a point is no change. */
const CHANGE_BP = 100;

function sum(rates: readonly Rate[]): Rate {
  const counted = rates.filter((rate) => rate !== null);
  const of = counted.reduce((total, rate) => total + rate.of, 0);
  return of === 0 ? null : { ok: counted.reduce((total, rate) => total + rate.ok, 0), of };
}

/** The last three months against the three before, oldest first. */
export function directionOf(rates: readonly Rate[], target: TargetRule): Direction {
  const now = displayBp(sum(rates.slice(-HALF)), target);
  const before = displayBp(sum(rates.slice(-2 * HALF, -HALF)), target);
  if (now === null || before === null) return "unknown";
  if (Math.abs(now - before) < CHANGE_BP) return "level";
  return now > before ? "up" : "down";
}

/** True for a unit that missed the target in three of four of its months, and in at least three. */
export function isLastingMiss(rates: readonly Rate[], target: TargetRule): boolean {
  const counted = rates.filter((rate) => rate !== null);
  const missed = counted.filter((rate) => meetsTarget(rate, target) === false).length;
  return missed >= HALF && 4 * missed >= 3 * counted.length;
}
