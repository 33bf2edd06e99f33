import { displayBp, meetsTarget, type Rate, type TargetRule } from "@/lib/sla";

/** How a rate stands to the target, in steps that tints, hatches and signs can tell apart. */
export const HEATS = ["met", "near", "far", "worst", "none"] as const;
export type Heat = (typeof HEATS)[number];

const FAR_BP = 500;
const WORST_BP = 1500;

/** Below by less than 5 points, by 5 or more, by 15 or more; "none" where there is nothing to count. */
export function heatOf(rate: Rate, target: TargetRule): Heat {
  const bp = displayBp(rate, target);
  if (bp === null) return "none";
  if (meetsTarget(rate, target) === true) return "met";
  const below = target.thresholdBp - bp;
  return below >= WORST_BP ? "worst" : below >= FAR_BP ? "far" : "near";
}
