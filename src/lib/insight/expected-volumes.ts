import { daysBetween, received, resolvedTotal, type Tally } from "@/lib/sla";
import type { Period } from "../period";

type Month = { readonly period: Period; readonly tally: Tally };

const FEWEST_MONTHS = 3;

/**
 * What each unit would take in over a period if it went on as in the months before it, day by day; empty where fewer
 * than three months tell. A source begins to tell in the first month in which any of the units resolved something:
 * before, it holds only what was still open when it began.
 */
export function expectedVolumes(
  history: ReadonlyMap<number, readonly Month[]>,
  period: Period,
): ReadonlyMap<number, number> {
  const days = daysIn(period);
  const begun = [...history.values()].map((months) => months.findIndex(({ tally }) => resolvedTotal(tally) > 0));
  const first = Math.min(...begun.filter((index) => index !== -1));
  const volumes = new Map<number, number>();
  if (days <= 0) return volumes;
  for (const [unitId, months] of history) {
    const told = months.slice(first);
    if (told.length < FEWEST_MONTHS) continue;
    const before = told.reduce((sum, month) => sum + daysIn(month.period), 0);
    const volume = told.reduce((sum, { tally }) => sum + received(tally), 0);
    volumes.set(unitId, Math.round((volume * days) / before));
  }
  return volumes;
}

function daysIn({ from, to }: Period): number {
  return daysBetween(from, to) + 1;
}
