import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { type DayCount, type Spread, spreadOf } from "@/lib/insight/spread";
import type { Period } from "@/lib/period";
import { requireUnit } from "../access/scope";
import { loadCalendars } from "../sla/load-calendars";
import { loadStepAccounts } from "../steps/load-step-accounts";
import { clampPeriod } from "./clamp-period";
import { getDataStatus } from "./get-data-status";
import { groupUnits } from "./group-units";

/** The steps at one office, or of all. */
export type StepSums = {
  /** Dossiers that had a step there. */
  readonly dossiers: number;
  /** Working days used, step by step. */
  readonly used: Spread;
  /** Dossiers of which a step there took longer than it was given. */
  readonly over: number;
};

export type StepTime = StepSums & {
  /** As the source writes it, or the unit's name where it names no office. */
  readonly office: string;
};

export type StepTimes = {
  /** Resolved dossiers whose steps are told. */
  readonly all: StepSums;
  /** Most working days first. */
  readonly offices: readonly StepTime[];
};

/**
 * The steps of the dossiers that a unit, with everything below it, resolved in a period, by office. None where no
 * source tells of steps. Throws `notFound`.
 */
export async function getStepTimes(viewer: Viewer, input: Period & { readonly unitId: number }): Promise<StepTimes> {
  const unit = await requireUnit(viewer, input.unitId);
  const [{ restIds }, status, calendars] = await Promise.all([
    groupUnits(viewer, unit, null, input.to),
    getDataStatus(viewer),
    loadCalendars(viewer.provinceId),
  ]);
  const steps = await loadStepAccounts(viewer, { restIds, calendars, ...clampPeriod(input, status.asOf) });
  const all = gathered();
  const offices = new Map<string, Gathered>();
  for (const step of steps) {
    const office = offices.get(step.place) ?? gathered();
    offices.set(step.place, office);
    for (const { dossiers, used, over } of [all, office]) {
      dossiers.add(step.dossierId);
      used.push({ days: step.workingDaysUsed, count: 1 });
      if (step.workingDaysOver > 0) over.add(step.dossierId);
    }
  }
  return {
    all: sumsOf(all),
    offices: [...offices]
      .map(([office, own]) => ({ office, ...sumsOf(own) }))
      .sort((a, b) => b.used.sum - a.used.sum || a.office.localeCompare(b.office, "vi")),
  };
}

type Gathered = { readonly dossiers: Set<number>; readonly used: DayCount[]; readonly over: Set<number> };

function gathered(): Gathered {
  return { dossiers: new Set(), used: [], over: new Set() };
}

function sumsOf({ dossiers, used, over }: Gathered): StepSums {
  return { dossiers: dossiers.size, used: spreadOf(used), over: over.size };
}
