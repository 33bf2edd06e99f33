import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { isHardlyUsed, middleVolume } from "@/lib/insight/low-usage";
import type { Period } from "@/lib/period";
import { emptyTally, received } from "@/lib/sla";
import { requireUnit } from "../access/scope";
import { levelGroups } from "../ledger/level-groups";
import { readTallies } from "../ledger/read-tallies";
import { clampPeriod } from "./clamp-period";
import { getDataStatus } from "./get-data-status";

/** What a commune takes in beside the others of the province, of whom only the middle one's count is told. */
export type Usage = {
  readonly received: number;
  /** What the middle one takes in of those that take in anything. */
  readonly middle: number;
  /** How many communes there are. */
  readonly units: number;
  readonly isHardlyUsed: boolean;
};

/**
 * Whether a commune hardly uses the software beside the others, whom the viewer need not be allowed to see. Null for
 * other units, whose tasks differ too much, and where nobody took in anything. Throws `notFound`.
 */
export async function getUsage(viewer: Viewer, input: Period & { readonly unitId: number }): Promise<Usage | null> {
  const unit = await requireUnit(viewer, input.unitId);
  if (unit.level !== "commune") return null;
  const [groups, status] = await Promise.all([levelGroups(viewer, "commune", input.to), getDataStatus(viewer)]);
  if (!groups.some(({ key }) => key === unit.id)) return null;
  const tallies = await readTallies(viewer, groups, clampPeriod(input, status.asOf));
  const volumeOf = (key: number): number => received(tallies.get(key) ?? emptyTally());
  const middle = middleVolume(groups.map(({ key }) => volumeOf(key)));
  if (middle === null) return null;
  const own = volumeOf(unit.id);
  return { received: own, middle, units: groups.length, isHardlyUsed: isHardlyUsed(own, middle) };
}
