import { formatDay, formatDayOfYear } from "@/lib/format";
import { namePeriod, type Period, type PeriodPreset } from "@/lib/period";

export const PERIODS = {
  label: "Kỳ",
  from: "Từ ngày",
  to: "Đến ngày",
  presets: "Kỳ thường dùng",
} as const;

export const PRESET_NAMES: Readonly<Record<PeriodPreset, string>> = {
  week: "Tuần này",
  previousWeek: "Tuần trước",
  month: "Tháng này",
  previousMonth: "Tháng trước",
  reportingMonth: "Kỳ báo cáo 21–20",
  quarter: "Quý này",
  halfYear: "6 tháng",
  firstMonths: "Các tháng đầu năm",
  yearToDate: "Từ đầu năm",
  year: "12 tháng",
};

const ROMAN = ["I", "II", "III", "IV"];

/** As officials name it: "10 tháng đầu năm 2020", "quý III/2020", "từ 05/03/2020 đến 17/04/2020". */
export function describePeriod(period: Period): string {
  const name = namePeriod(period);
  switch (name.kind) {
    case "day":
      return `ngày ${formatDay(name.day)}`;
    case "week":
      return `tuần ${formatDayOfYear(name.from)}–${formatDay(name.to)}`;
    case "month":
      return `tháng ${name.month}/${name.year}`;
    case "reportingMonth":
      return `kỳ báo cáo tháng ${name.month}/${name.year} (${formatDayOfYear(period.from)}–${formatDayOfYear(period.to)})`;
    case "quarter":
      return `quý ${ROMAN[name.quarter - 1] ?? name.quarter}/${name.year}`;
    case "firstMonths":
      return `${name.months} tháng đầu năm ${name.year}`;
    case "year":
      return `năm ${name.year}`;
    case "range":
      return `từ ${formatDay(name.from)} đến ${formatDay(name.to)}`;
  }
}
