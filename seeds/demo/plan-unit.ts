import type { SeedProcedure } from "../reference/read-procedures";
import type { SeedUnit } from "../reference/read-units";
import { apportion } from "./apportion";
import { workingDaysIn } from "./promise";
import { createRandom, type Random } from "./random";
import type { Season } from "./seasons";
import type { MonthQuota, OpenQuota, OverdueCohort, UnitPlan } from "./types";
import { reweigh, type Weighted, weighted } from "./weighted";

/** A unit's figures over the reported period; the plan works out the rest. */
export type UnitTask = {
  readonly unit: SeedUnit;
  readonly receivingUnits: Weighted<SeedUnit>;
  readonly procedures: Weighted<SeedProcedure>;
  readonly period: readonly Season[];
  readonly lead: readonly Season[];
  readonly resolved: number;
  readonly late: number;
  /** Null: as many as the unit's volume suggests. */
  readonly openOverdue: number | null;
  readonly onlineShare: number;
  readonly undatedShare: number;
  readonly lateStaysInMonth: boolean;
  readonly overdueCohorts: readonly OverdueCohort[];
  /** Exactly so many received in the period, so many of the resolved ones before it; the difference stays open. */
  readonly exact: { readonly received: number; readonly carriedOver: number } | null;
};

const DAYS_PER_MONTH = 21;
const DOSSIERS_PER_OFFICER = 700;
const MOST_OFFICERS = 9;

export function isSlow(unit: SeedUnit): boolean {
  return unit.kind === "cnvpdkdd" || unit.code.endsWith("TNMT");
}

export function planUnit(task: UnitTask): UnitPlan {
  const random = createRandom(`plan/${task.unit.provinceKey}/${task.unit.code}`);
  const months = [...leadMonths(task, random), ...periodMonths(task)];
  const usual = usualOpen(task);
  const all = months.reduce((sum, { resolved }) => sum + resolved, 0);
  const returned = task.exact ? Math.round(task.resolved * 0.004) : whole(random, all * 0.007);
  return {
    unit: task.unit,
    receivingUnits: task.receivingUnits,
    procedures: task.procedures,
    officers: officersOf(task),
    onlineShare: task.onlineShare,
    slow: isSlow(task.unit),
    months,
    open: task.exact ? exactOpen(task, task.exact, usual, returned) : usual,
    undatedResolved: whole(random, all * task.undatedShare),
    returned,
    refused: whole(random, all * 0.003),
    registered: whole(random, all * task.onlineShare * 0.004),
    carriedOver: task.exact ? { boundary: `${task.period[0]?.month}-01`, count: task.exact.carriedOver } : null,
    lateStaysInMonth: task.lateStaysInMonth,
    overdueCohorts: task.overdueCohorts,
  };
}

function periodMonths({ period, resolved, late }: UnitTask): MonthQuota[] {
  const volumes = apportion(
    resolved,
    period.map(({ volume }) => volume),
  );
  const lates = apportion(
    late,
    period.map(({ lateness }, index) => lateness * (volumes[index] ?? 0)),
    volumes,
  );
  return period.map(({ month }, index) => ({ month, resolved: volumes[index] ?? 0, late: lates[index] ?? 0 }));
}

/** One of the two whole numbers around, by chance: small units get theirs now and then. */
function whole(random: Random, exact: number): number {
  return Math.floor(exact) + (random.chance(exact % 1) ? 1 : 0);
}

/** The months before the period, at its pace. */
function leadMonths({ period, lead, resolved, late }: UnitTask, random: Random): MonthQuota[] {
  const pace = resolved / period.reduce((sum, { volume }) => sum + volume, 0);
  const lateRate = resolved === 0 ? 0 : (late + 0.5) / (resolved + 12);
  return lead.map(({ month, volume, lateness }) => {
    const amount = whole(random, pace * volume);
    return { month, resolved: amount, late: Math.min(amount, whole(random, amount * lateRate * lateness)) };
  });
}

function usualOpen(task: UnitTask): OpenQuota {
  const slow = isSlow(task.unit);
  const perMonth = task.resolved / task.period.reduce((sum, { volume }) => sum + volume, 0);
  const inTime = (perMonth * averageLimit(task.procedures) * 0.6) / DAYS_PER_MONTH;
  return {
    inTime: Math.round(inTime),
    overdue: task.openOverdue ?? Math.round(task.late * (slow ? 0.13 : 0.05)),
    paused: Math.round(perMonth * (slow ? 0.12 : 0.02)),
    undated: task.undatedShare > 0 && perMonth > 60 ? 1 : 0,
  };
}

function averageLimit(procedures: Weighted<SeedProcedure>): number {
  const total = procedures.sums.at(-1) ?? 1;
  const withLimit = reweigh(procedures, ({ limit }) => workingDaysIn(limit) + 0.2);
  return (withLimit.sums.at(-1) ?? 0) / total;
}

/** Received = resolved − carried over + whatever of the period is open or was returned. */
function exactOpen(
  { unit, resolved }: UnitTask,
  exact: { received: number; carriedOver: number },
  usual: OpenQuota,
  returned: number,
): OpenQuota {
  const left = exact.received - resolved + exact.carriedOver - returned;
  const overdue = Math.min(usual.overdue, Math.floor(left / 3));
  const paused = Math.min(1, left - overdue);
  if (left < 0) throw new Error(`${unit.code} cannot receive ${exact.received}`);
  return { inTime: left - overdue - paused, overdue, paused, undated: 0 };
}

function officersOf({ unit, resolved, period }: UnitTask): Weighted<string> {
  const random = createRandom(`officers/${unit.provinceKey}/${unit.code}`);
  const yearly = (resolved / period.length) * 12;
  const count = Math.min(MOST_OFFICERS, 1 + Math.ceil(yearly / DOSSIERS_PER_OFFICER));
  return weighted(
    Array.from({ length: count }, (_, index) => {
      const number = String(index + 1).padStart(2, "0");
      return [`Cán bộ Minh họa ${number}`, 0.4 + random.next()] as const;
    }),
  );
}
