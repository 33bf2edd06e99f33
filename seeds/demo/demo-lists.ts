import type { ProvinceKey, SeedUnit } from "../reference/read-units";
import { assignCodes } from "./assign-codes";
import { BAC_GIANG_AS_OF, BAC_GIANG_CITY, planBacGiangCity } from "./bac-giang";
import { BINH_DINH_AS_OF, BINH_DINH_DISTRICTS, planBinhDinhDepartments, planBinhDinhDistrict } from "./binh-dinh";
import { KON_TUM_AS_OF, KON_TUM_ROOT, planKonTum } from "./kon-tum";
import { realiseUnit } from "./realise-unit";
import type { CodedDossier, UnitPlan } from "./types";
import type { World } from "./world";

/** One dossier list to be written, its dossiers made only when asked for. */
export type DemoList = {
  readonly provinceKey: ProvinceKey;
  readonly sourceName: string;
  readonly fileName: string;
  /** "YYYY-MM-DD" */
  readonly asOfDay: string;
  /** The unit the list is of. */
  readonly unit: SeedUnit;
  readonly reversed: boolean;
  readonly statusAsCode: boolean;
  /** The file that tells the progress of its dossiers, perhaps also of other lists'; null: nobody tells. */
  readonly progressFile: string | null;
  readonly dossiers: () => CodedDossier[];
};

const SOURCES: Readonly<Record<ProvinceKey, { readonly name: string; readonly agency: string }>> = {
  "binh-dinh": { name: "Một cửa điện tử tỉnh Bình Định (dữ liệu minh họa)", agency: "H08" },
  "bac-giang": { name: "Hệ thống thông tin giải quyết TTHC tỉnh Bắc Giang (dữ liệu minh họa)", agency: "H02" },
  "kon-tum": { name: "Hệ thống thông tin giải quyết TTHC tỉnh Kon Tum (dữ liệu minh họa)", agency: "H34" },
};

const DEPARTMENT_GROUP = 1;
const FIRST_DISTRICT_GROUP = 21;

type Sort = Pick<DemoList, "reversed" | "statusAsCode" | "progressFile">;
const USUAL: Sort = { reversed: false, statusAsCode: false, progressFile: null };

const DISTRICT: Sort = { ...USUAL, progressFile: "binh-dinh-tien-do-2020-10-31.json" };

export function demoLists(world: World): DemoList[] {
  const districts = BINH_DINH_DISTRICTS.map((code, index) => {
    const plans = (): UnitPlan[] => planBinhDinhDistrict(world, code);
    const fileName = `binh-dinh-${code}-2020-10-31.csv`;
    return listOf(world, "binh-dinh", code, fileName, BINH_DINH_AS_OF, FIRST_DISTRICT_GROUP + index, DISTRICT, plans);
  });
  return [
    ...districts,
    listOf(
      world,
      "binh-dinh",
      "52",
      "binh-dinh-so-nganh-2020-10-31.xlsx",
      BINH_DINH_AS_OF,
      DEPARTMENT_GROUP,
      USUAL,
      () => planBinhDinhDepartments(world),
    ),
    listOf(
      world,
      "bac-giang",
      BAC_GIANG_CITY,
      "bac-giang-213-2023-11-30.csv",
      BAC_GIANG_AS_OF,
      FIRST_DISTRICT_GROUP,
      { reversed: false, statusAsCode: true, progressFile: "bac-giang-tien-do-2023-11-30.json" },
      () => planBacGiangCity(world),
    ),
    listOf(
      world,
      "kon-tum",
      KON_TUM_ROOT,
      "kon-tum-62-2023-01-31.csv",
      KON_TUM_AS_OF,
      DEPARTMENT_GROUP,
      { reversed: true, statusAsCode: false, progressFile: "kon-tum-tien-do-2023-01-31.json" },
      () => planKonTum(world),
    ),
  ];
}

function listOf(
  world: World,
  provinceKey: ProvinceKey,
  unitCode: string,
  fileName: string,
  asOfDay: string,
  group: number,
  sort: Sort,
  plans: () => UnitPlan[],
): DemoList {
  const source = SOURCES[provinceKey];
  const dossiers = (): CodedDossier[] => {
    const numbers = new Map<string, number>();
    const prefixOf = (code: string): string => {
      const number = numbers.get(code) ?? numbers.size + 1;
      numbers.set(code, number);
      return `${source.agency}.${String(group).padStart(2, "0")}.${String(number).padStart(2, "0")}`;
    };
    const units = plans();
    for (const { unit } of units) prefixOf(unit.code);
    return assignCodes(
      world.grid,
      units.flatMap((plan) => realiseUnit(world.grid, plan, asOfDay)),
      prefixOf,
    );
  };
  const unit = world.unit(provinceKey, unitCode);
  return { provinceKey, sourceName: source.name, fileName, asOfDay, unit, ...sort, dossiers };
}
