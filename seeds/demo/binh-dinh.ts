import type { DepartmentFigures } from "./plan-departments";
import { planDepartments } from "./plan-departments";
import { type DistrictTotals, type ListStyle, planDistrict, spreadDistrict } from "./plan-district";
import { BINH_DINH_LEAD, BINH_DINH_PERIOD } from "./seasons";
import { TAY_SON, taySonVolumes } from "./tay-son";
import type { UnitPlan } from "./types";
import type { World } from "./world";

export const BINH_DINH_AS_OF = "2020-10-31";

/** Seven districts end below 95 %, Quy Nhơn, An Lão, Hoài Ân and Vĩnh Thạnh above; Tây Sơn has its own table. */
const DISTRICTS: Readonly<Record<string, DistrictTotals>> = {
  "540": { resolved: 19_500, late: 527, openOverdue: null, quiet: { "21607": 15 } },
  "542": { resolved: 2500, late: 85, openOverdue: null, quiet: { "21622": 0, "21619": 21 } },
  "543": { resolved: 13_800, late: 869, openOverdue: null, quiet: {} },
  "544": { resolved: 6100, late: 128, openOverdue: null, quiet: { "21700": 0, "21718": 12, "21694": 6 } },
  "545": { resolved: 10_900, late: 752, openOverdue: null, quiet: {} },
  "546": { resolved: 2900, late: 110, openOverdue: null, quiet: { "21790": 9 } },
  "548": { resolved: 11_600, late: 858, openOverdue: null, quiet: { "21880": 18 } },
  "549": { resolved: 13_200, late: 739, openOverdue: null, quiet: {} },
  "550": { resolved: 12_100, late: 702, openOverdue: null, quiet: {} },
  "551": { resolved: 2600, late: 213, openOverdue: null, quiet: { "21997": 7 } },
};

const DEPARTMENTS: DepartmentFigures = {
  SNV: [240, 5, null],
  STP: [2600, 41, null],
  STC: [160, 0, null],
  SKHDT: [1500, 22, null],
  SCT: [430, 6, null],
  SNN: [640, 17, null],
  SGTVT: [4200, 38, null],
  SXD: [650, 36, null],
  STNMT: [700, 61, null],
  VPDK: [900, 96, null],
  STTTT: [120, 1, null],
  SLD: [560, 14, null],
  SVHTT: [260, 3, null],
  SDL: [90, 1, null],
  SKHCN: [60, 2, null],
  SGDDT: [480, 4, null],
  SYT: [520, 29, null],
  SNGV: [110, 0, null],
  BQLKKT: [210, 9, null],
  BDT: [12, 0, null],
};

const STYLE: ListStyle = {
  period: BINH_DINH_PERIOD,
  lead: BINH_DINH_LEAD,
  onlineShare: 0.12,
  undatedShare: 0.001,
  lateStaysInMonth: false,
};

export const BINH_DINH_DISTRICTS: readonly string[] = [...Object.keys(DISTRICTS), TAY_SON].sort();

export function planBinhDinhDistrict(world: World, code: string): UnitPlan[] {
  const district = world.unit("binh-dinh", code);
  const totals = DISTRICTS[code];
  if (!totals) return planDistrict(world, district, taySonVolumes(world), { ...STYLE, undatedShare: 0 });
  return planDistrict(world, district, spreadDistrict(world, district, totals), STYLE);
}

export function planBinhDinhDepartments(world: World): UnitPlan[] {
  return planDepartments(world, "binh-dinh", "52", DEPARTMENTS, { ...STYLE, onlineShare: 0.22 });
}
