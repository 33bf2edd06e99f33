import { readCalendarDays } from "../reference/read-calendar-days";
import { readProcedures, type SeedProcedure } from "../reference/read-procedures";
import { type ProvinceKey, readUnits, type SeedUnit } from "../reference/read-units";
import { createDayGrid, type DayGrid } from "./day-grid";

/** The reference data, arranged for planning. Only units that existed before July 2025 have demo dossiers. */
export type World = {
  readonly grid: DayGrid;
  readonly procedures: readonly SeedProcedure[];
  readonly unit: (province: ProvinceKey, code: string) => SeedUnit;
  readonly below: (parent: SeedUnit) => readonly SeedUnit[];
};

export function readWorld(): World {
  const units = readUnits().filter((unit) => unit.validFrom === null);
  const byCode = new Map(units.map((unit) => [`${unit.provinceKey}/${unit.code}`, unit]));
  return {
    grid: createDayGrid(readCalendarDays()),
    procedures: readProcedures(),
    unit: (province, code) => {
      const unit = byCode.get(`${province}/${code}`);
      if (!unit) throw new Error(`no unit ${province}/${code}`);
      return unit;
    },
    below: (parent) =>
      units.filter((unit) => unit.provinceKey === parent.provinceKey && unit.parentCode === parent.code),
  };
}
