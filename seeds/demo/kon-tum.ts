import { type DepartmentFigures, planDepartments } from "./plan-departments";
import { type ListStyle, planDistrict, spreadDistrict } from "./plan-district";
import { KON_TUM_LEAD, KON_TUM_PERIOD } from "./seasons";
import type { UnitPlan } from "./types";
import type { World } from "./world";

export const KON_TUM_AS_OF = "2023-01-31";
export const KON_TUM_ROOT = "62";

/** January 2023: resolved, of these late, and open overdue at its end. With the departments 273 late and 710 overdue. */
const DISTRICTS: Readonly<Record<string, readonly [resolved: number, late: number, openOverdue: number]>> = {
  "608": [420, 62, 190],
  "610": [90, 14, 36],
  "611": [140, 22, 66],
  "612": [120, 17, 45],
  "613": [60, 9, 20],
  "614": [60, 11, 27],
  "615": [170, 28, 70],
  "616": [100, 16, 43],
  "617": [50, 7, 15],
  "618": [30, 4, 8],
};

const DEPARTMENTS: DepartmentFigures = {
  SNV: [9, 2, 1],
  STP: [180, 9, 12],
  STC: [6, 0, 0],
  SKHDT: [60, 4, 5],
  SCT: [18, 2, 2],
  SNN: [30, 5, 10],
  SGTVT: [260, 7, 6],
  SXD: [35, 8, 22],
  STNMT: [40, 9, 34],
  VPDK: [60, 22, 70],
  STTTT: [4, 1, 0],
  SLD: [22, 4, 8],
  SVHTTDL: [8, 1, 0],
  SKHCN: [4, 0, 0],
  SGDDT: [20, 1, 1],
  SYT: [30, 6, 15],
  SNGV: [3, 0, 0],
  BQLKKT: [8, 2, 4],
  BDT: [1, 0, 0],
};

const STYLE: ListStyle = {
  period: KON_TUM_PERIOD,
  lead: KON_TUM_LEAD,
  onlineShare: 0.44,
  undatedShare: 0.001,
  lateStaysInMonth: false,
};

export function planKonTum(world: World): UnitPlan[] {
  const districts = Object.entries(DISTRICTS).flatMap(([code, [resolved, late, openOverdue]]) => {
    const district = world.unit("kon-tum", code);
    const volumes = spreadDistrict(world, district, { resolved, late, openOverdue, quiet: {} });
    return planDistrict(world, district, volumes, STYLE);
  });
  return [...planDepartments(world, "kon-tum", KON_TUM_ROOT, DEPARTMENTS, STYLE), ...districts];
}
