/** Figures that official documents printed, which the demo data must give from dossier rows. */

/** Văn bản 976/UBND-KSTT of the district, 26/11/2020: 01/01/2020–31/10/2020. */
export const TAY_SON_2020 = {
  district: "547",
  from: "2020-01-01",
  to: "2020-10-31",
  resolved: 19150,
  late: 1157,
  onTimePercent: "93,96%",
  latePercent: "6,04%",
  missingTo95: 200,
  /** Late share as printed, for the communes above 5%; no other commune is above. */
  lateAbove5: {
    "Xã Bình Tân": "17,77%",
    "Xã Bình Nghi": "9,90%",
    "Thị trấn Phú Phong": "9,75%",
    "Xã Bình Hòa": "7,80%",
    "Xã Bình Tường": "6,45%",
    "Xã Tây Phú": "5,44%",
  },
  /** Dossiers received; no other commune is at or below the highest of these. */
  lowVolume: { "Xã Tây An": 272, "Xã Bình Tường": 308, "Xã Bình Tân": 436, "Xã Tây Thuận": 489, "Xã Tây Bình": 570 },
} as const;

/** Công văn of UBND tỉnh Bình Định, 2020: to bring above 95% by 30/10/2020. */
export const BINH_DINH_2020 = {
  province: "52",
  from: "2020-01-01",
  to: "2020-10-30",
  below95: [
    "Huyện Phù Cát",
    "Huyện Phù Mỹ",
    "Huyện Tuy Phước",
    "Huyện Tây Sơn",
    "Huyện Vân Canh",
    "Thị xã An Nhơn",
    "Thị xã Hoài Nhơn",
  ],
  districts: 11,
} as const;

/** Công văn of UBND thành phố Bắc Giang, 11/2023: overdue at each month's end. */
export const BAC_GIANG_2023 = {
  city: "213",
  overdueOn: { "2023-08-31": 1, "2023-09-30": 36, "2023-10-31": 42, "2023-11-30": 55 },
} as const;

/** Công văn 501/UBND-TTHCC of UBND tỉnh Kon Tum, 28/02/2023. */
export const KON_TUM_2023 = {
  province: "62",
  from: "2023-01-01",
  to: "2023-01-31",
  resolvedLate: 273,
  openOverdue: 710,
} as const;
