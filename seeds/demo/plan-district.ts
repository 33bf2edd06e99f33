import type { SeedUnit } from "../reference/read-units";
import { apportion } from "./apportion";
import { planUnit, type UnitTask } from "./plan-unit";
import { handlerOf, proceduresOf } from "./procedure-weights";
import { createRandom } from "./random";
import type { Season } from "./seasons";
import type { OverdueCohort, UnitPlan } from "./types";
import { type Weighted, weighted } from "./weighted";
import type { World } from "./world";

/** What every unit of a list shares. */
export type ListStyle = {
  readonly period: readonly Season[];
  readonly lead: readonly Season[];
  readonly onlineShare: number;
  readonly undatedShare: number;
  readonly lateStaysInMonth: boolean;
};

export type UnitVolume = {
  readonly unit: SeedUnit;
  readonly resolved: number;
  readonly late: number;
  readonly openOverdue: number | null;
  readonly overdueCohorts: readonly OverdueCohort[];
  readonly exact: UnitTask["exact"];
};

/** Totals of a district over the reported period, to be spread over what lies below it. */
export type DistrictTotals = {
  readonly resolved: number;
  readonly late: number;
  readonly openOverdue: number | null;
  /** Communes that hardly use the software: what they resolved, 0 for not one dossier ever. */
  readonly quiet: Readonly<Record<string, number>>;
};

const DIVISION_SHARE = 0.37;
const MOST_LATE = 0.45;

/** Volume and proneness to lateness of an office beside its neighbours. */
const OFFICES: Readonly<Record<string, readonly [volume: number, lateness: number]>> = {
  MC: [2250, 0.3],
  TP: [820, 0.3],
  TCKH: [640, 0.5],
  KTHT: [310, 0.9],
  QLDT: [420, 1],
  NN: [120, 0.7],
  KT: [130, 0.7],
  LD: [900, 0.6],
  TNMT: [150, 1.6],
  GDDT: [60, 0.3],
  VHTT: [40, 0.3],
  VPDK: [1700, 3],
  THUE: [130, 1.3],
};

export function spreadDistrict(world: World, district: SeedUnit, totals: DistrictTotals): UnitVolume[] {
  const random = createRandom(`spread/${district.provinceKey}/${district.code}`);
  const units = world.below(district);
  const traits = units.map((unit): readonly [number, number] => {
    const town = unit.kind === "xa" ? 1 : 1.7;
    if (unit.level === "commune") return [town * (0.55 + random.next()), 0.15 + 1.6 * random.next() ** 2];
    return OFFICES[handlerOf(unit)] ?? [50, 0.5];
  });
  const resolved = spreadResolved(units, traits, totals);
  const lates = apportion(
    totals.late,
    units.map((_, index) => (resolved[index] ?? 0) * (traits[index]?.[1] ?? 0)),
    resolved.map((amount) => Math.floor(amount * MOST_LATE)),
  );
  const overdue =
    totals.openOverdue === null
      ? null
      : apportion(
          totals.openOverdue,
          units.map((_, index) => (resolved[index] ?? 0) * (traits[index]?.[1] ?? 0)),
        );
  return units.map((unit, index) => ({
    unit,
    resolved: resolved[index] ?? 0,
    late: lates[index] ?? 0,
    openOverdue: overdue ? (overdue[index] ?? 0) : null,
    overdueCohorts: [],
    exact: null,
  }));
}

function spreadResolved(
  units: readonly SeedUnit[],
  traits: readonly (readonly [number, number])[],
  { resolved, quiet }: DistrictTotals,
): number[] {
  const quietTotal = Object.values(quiet).reduce((sum, amount) => sum + amount, 0);
  const divisions = Math.round(resolved * DIVISION_SHARE);
  const weights = (level: string): number[] =>
    units.map((unit, index) =>
      unit.level === level && quiet[unit.code] === undefined ? (traits[index]?.[0] ?? 0) : 0,
    );
  const ofDivisions = apportion(divisions, weights("division"));
  const ofCommunes = apportion(resolved - divisions - quietTotal, weights("commune"));
  return units.map((unit, index) => quiet[unit.code] ?? (ofDivisions[index] ?? 0) + (ofCommunes[index] ?? 0));
}

/** Plans for the units of a district, those with nothing to do left out. */
export function planDistrict(
  world: World,
  district: SeedUnit,
  volumes: readonly UnitVolume[],
  style: ListStyle,
): UnitPlan[] {
  const oneStop = world.unit(district.provinceKey, `${district.code}.MC`);
  const communes = world.below(district).filter(({ level }) => level === "commune");
  return volumes.flatMap((volume) => {
    const procedures = proceduresOf(volume.unit, world.procedures);
    if (!procedures || volume.resolved === 0) return [];
    return [planUnit({ ...style, ...volume, procedures, receivingUnits: doors(volume.unit, oneStop, communes) })];
  });
}

/** Communes take in their own; land comes partly through the communes, all else through the one-stop desk. */
function doors(unit: SeedUnit, oneStop: SeedUnit, communes: readonly SeedUnit[]): Weighted<SeedUnit> {
  if (unit.level === "commune") return weighted([[unit, 1]]);
  if (unit.kind !== "cnvpdkdd") return weighted([[oneStop, 1]]);
  return weighted([[oneStop, 3], ...communes.map((commune) => [commune, 1 / communes.length] as const)]);
}
