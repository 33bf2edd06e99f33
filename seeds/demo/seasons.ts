/** How busy and how late a month is beside the others of its province. */
export type Season = { readonly month: string; readonly volume: number; readonly lateness: number };

const season = (month: string, volume: number, lateness: number): Season => ({ month, volume, lateness });

/** Ten months of 2020: short January (Tết), distancing in April, busy summer. */
export const BINH_DINH_PERIOD: readonly Season[] = [
  season("2020-01", 0.78, 1.1),
  season("2020-02", 0.96, 1.0),
  season("2020-03", 1.04, 1.15),
  season("2020-04", 0.72, 1.35),
  season("2020-05", 1.05, 1.1),
  season("2020-06", 1.12, 1.0),
  season("2020-07", 1.14, 1.05),
  season("2020-08", 1.06, 1.1),
  season("2020-09", 1.08, 0.8),
  season("2020-10", 1.05, 0.6),
];

export const BINH_DINH_LEAD: readonly Season[] = [
  season("2019-10", 0.78, 1.0),
  season("2019-11", 0.9, 1.2),
  season("2019-12", 0.94, 1.1),
];

export const BAC_GIANG_PERIOD: readonly Season[] = [
  season("2022-12", 0.98, 0.9),
  season("2023-01", 0.66, 1.1),
  season("2023-02", 1.02, 1.0),
  season("2023-03", 1.1, 0.9),
  season("2023-04", 0.9, 0.9),
  season("2023-05", 1.02, 1.0),
  season("2023-06", 1.05, 0.8),
  season("2023-07", 1.08, 0.7),
  season("2023-08", 1.12, 0.6),
  season("2023-09", 0.98, 1.4),
  season("2023-10", 1.04, 1.6),
  season("2023-11", 1.05, 1.8),
];

export const BAC_GIANG_LEAD: readonly Season[] = [season("2022-11", 0.9, 1.0)];

/** One month is reported; the eleven before it lead up to it. */
export const KON_TUM_PERIOD: readonly Season[] = [season("2023-01", 0.74, 1)];

export const KON_TUM_LEAD: readonly Season[] = [
  season("2022-02", 0.82, 0.6),
  season("2022-03", 1.06, 0.55),
  season("2022-04", 0.96, 0.6),
  season("2022-05", 0.98, 0.65),
  season("2022-06", 1.05, 0.6),
  season("2022-07", 1.06, 0.55),
  season("2022-08", 1.1, 0.6),
  season("2022-09", 1.0, 0.7),
  season("2022-10", 1.02, 0.75),
  season("2022-11", 1.06, 0.8),
  season("2022-12", 1.08, 0.9),
];
