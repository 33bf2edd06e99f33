import type { Viewer } from "@/lib/access/viewer";
import { expectedVolumes } from "@/lib/insight/expected-volumes";
import type { Period } from "@/lib/period";
import { addDays } from "@/lib/sla";
import { clampPeriod } from "@/server/queries/clamp-period";
import { getDataStatus } from "@/server/queries/get-data-status";
import { getUnitTrends } from "@/server/queries/get-unit-trends";

const MONTHS = 12;

type ExpectedInput = Omit<Parameters<typeof getUnitTrends>[1], "to" | "months" | "formula"> & {
  readonly period: Period;
};

/** What each unit of a level would take in over a period by its own months before it, by unit id. */
export async function loadExpectedVolumes(
  viewer: Viewer,
  { period, ...input }: ExpectedInput,
): Promise<ReadonlyMap<number, number>> {
  const before = { ...input, to: addDays(period.from, -1), months: MONTHS, formula: "resolved" } as const;
  const [{ asOf }, history] = await Promise.all([getDataStatus(viewer), getUnitTrends(viewer, before)]);
  return expectedVolumes(history, clampPeriod(period, asOf));
}
