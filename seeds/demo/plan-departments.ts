import type { ProvinceKey } from "../reference/read-units";
import type { ListStyle } from "./plan-district";
import { planUnit } from "./plan-unit";
import { proceduresOf } from "./procedure-weights";
import type { UnitPlan } from "./types";
import { weighted } from "./weighted";
import type { World } from "./world";

/** Resolved, late and (null: as usual) open overdue of each department, by the last part of its code. */
export type DepartmentFigures = Readonly<Record<string, readonly [number, number, number | null]>>;

/** Plans for the provincial departments: all is taken in at the province's one-stop centre. */
export function planDepartments(
  world: World,
  province: ProvinceKey,
  rootCode: string,
  figures: DepartmentFigures,
  style: ListStyle,
): UnitPlan[] {
  const centre = world.unit(province, `${rootCode}.HCC`);
  return Object.entries(figures).map(([suffix, [resolved, late, openOverdue]]) => {
    const unit = world.unit(province, `${rootCode}.${suffix}`);
    const procedures = proceduresOf(unit, world.procedures);
    if (!procedures) throw new Error(`${unit.code} handles nothing`);
    return planUnit({
      ...style,
      unit,
      procedures,
      receivingUnits: weighted([[centre, 1]]),
      resolved,
      late,
      openOverdue,
      overdueCohorts: [],
      exact: null,
    });
  });
}
