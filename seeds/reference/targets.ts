import type { ProvinceKey } from "./read-units";

/** What a unit and everything below it has to reach. `thresholdBp` in hundredths of a percent. */
export type SeedTarget = {
  readonly unitCode: string;
  readonly unitValidFrom: string | null;
  readonly thresholdBp: number;
  readonly mustExceed: boolean;
  readonly periodKind: "month" | "year-to-date" | "period";
  readonly reachBy: string | null;
  readonly basis: string;
};

const NINETY_FIVE = 9500;
const GENERAL_BASIS = "Tỷ lệ đúng hạn tối thiểu 95% (Văn bản 1500/UBND-KSTT ngày 12/3/2020 của UBND tỉnh Bình Định)";
const ORDER_BASIS = "Văn bản của UBND tỉnh Bình Định năm 2020: đến ngày 30/10/2020 đạt tối thiểu trên 95%";
const ASSUMED_BASIS = "Ngưỡng chung 95% (giả định cho dữ liệu minh họa)";

/** Tây Sơn, Phù Mỹ, Phù Cát, Vân Canh, Tuy Phước, Hoài Nhơn and An Nhơn: the units named in the order. */
const NAMED_IN_ORDER = ["547", "545", "548", "551", "550", "543", "549"];

function general(unitCode: string, unitValidFrom: string | null, basis: string): SeedTarget {
  const rule = { thresholdBp: NINETY_FIVE, mustExceed: false, periodKind: "year-to-date", reachBy: null } as const;
  return { unitCode, unitValidFrom, ...rule, basis };
}

export function targetsFor(key: ProvinceKey): SeedTarget[] {
  switch (key) {
    case "binh-dinh":
      return [
        general("52", null, GENERAL_BASIS),
        general("52", "2025-07-01", ASSUMED_BASIS),
        ...NAMED_IN_ORDER.map(
          (unitCode): SeedTarget => ({
            ...general(unitCode, null, ORDER_BASIS),
            mustExceed: true,
            reachBy: "2020-10-30",
          }),
        ),
      ];
    case "bac-giang":
      return [general("24", null, ASSUMED_BASIS)];
    case "kon-tum":
      return [general("62", null, ASSUMED_BASIS)];
  }
}
