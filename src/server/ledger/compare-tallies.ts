import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { Period } from "@/lib/period";
import {
  addDays,
  type CalendarDay,
  type CountedDossier,
  countInto,
  daysBetween,
  emptyTally,
  TALLY_FIELDS,
  type TallyCounts,
} from "@/lib/sla";
import { readTallies } from "./read-tallies";
import type { CountedRow } from "./stream-dossiers";
import type { Difference, Verification, VerifyOptions } from "./verify";

/** A small generator of our own: the same seed asks the same questions everywhere. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const MARGIN_DAYS = 20;

function periodsOf(dossiers: readonly CountedRow[], { seed, samples }: VerifyOptions): Period[] {
  const days = dossiers.flatMap(({ timeline }) => (timeline === null ? [] : [timeline.receivedOn])).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const draw = random(seed);
  const span = daysBetween(first, last) + 2 * MARGIN_DAYS;
  const day = (): CalendarDay => addDays(first, Math.floor(draw() * span) - MARGIN_DAYS);
  return Array.from({ length: samples }, () => {
    const [from, to] = [day(), day()].sort();
    return { from: from ?? first, to: to ?? last };
  });
}

/** The counts of every unit over random periods and on their last days: as the pages read them, and by the engine. */
export async function compareTallies(
  viewer: Viewer,
  dossiers: readonly CountedRow[],
  options: VerifyOptions,
): Promise<Verification> {
  const byUnit = new Map<number, CountedDossier[]>();
  for (const { unitId, timeline, channel } of dossiers) {
    if (timeline === null) continue;
    const unit = byUnit.get(unitId) ?? [];
    unit.push({ timeline, channel });
    byUnit.set(unitId, unit);
  }
  const groups = [...byUnit.keys()].map((unitId) => ({ key: unitId, unitIds: [unitId] }));
  let checked = 0;
  const differences: Difference[] = [];
  for (const period of periodsOf(dossiers, options)) {
    const read = await readTallies(viewer, groups, period);
    for (const [unitId, counted] of byUnit) {
      const expected: TallyCounts = emptyTally();
      for (const dossier of counted) countInto(expected, dossier, period);
      for (const field of TALLY_FIELDS) {
        const stored = read.get(unitId)?.[field] ?? 0;
        checked += 1;
        if (stored === expected[field]) continue;
        const where = `unit ${unitId}, ${period.from} … ${period.to}, ${field}`;
        differences.push({ what: "tally", where, stored: String(stored), expected: String(expected[field]) });
      }
    }
  }
  return { checked, differences };
}
