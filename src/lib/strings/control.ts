import { formatCount, formatMonth } from "@/lib/format";
import type { Period } from "@/lib/period";
import { type ControlChart, type ControlSignal, LEAST_CONTROL_MONTHS } from "@/lib/sla";
import { shortUnitName } from "./ranking";

export const CONTROL = {
  section: "Từng tháng so với giới hạn của chính đơn vị",
  month: "Tháng",
  counted: "Số hồ sơ\ntính tỷ lệ",
  rate: "Tỷ lệ",
  low: "Giới hạn\ndưới",
  high: "Giới hạn\ntrên",
  signal: "Nhận xét",
  within: "Trong giới hạn",
  centre: "TB",
  tooFew: `Biểu đồ kiểm soát cần ít nhất ${LEAST_CONTROL_MONTHS} tháng có hồ sơ để tính tỷ lệ. Hãy xem lại khi có thêm số liệu.`,
  note: "Vùng tô là giới hạn dao động tính từ chính các tháng của đơn vị (biểu đồ p, ba độ lệch chuẩn; nới thêm khi các tháng khác nhau hơn mức ngẫu nhiên): tháng ít hồ sơ có giới hạn rộng hơn. Trong giới hạn không có nghĩa là đạt chỉ tiêu; ngoài giới hạn nghĩa là tháng đó có nguyên nhân riêng, nên tìm hiểu.",
  runNote: "Từ 8 tháng liền ở cùng một phía của mức trung bình cũng là dấu hiệu đã thay đổi.",
  dispersion: (times: number): string =>
    `Các tháng khác nhau gấp ${times.toFixed(1).replace(".", ",")} lần mức ngẫu nhiên; giới hạn đã nới theo.`,
} as const;

export const SIGNAL_NAMES: Readonly<Record<ControlSignal, string>> = {
  below: "● Dưới giới hạn",
  above: "◆ Trên giới hạn",
  runBelow: "▼ Chuỗi dưới trung bình",
  runAbove: "▲ Chuỗi trên trung bình",
};

const GOOD_SIGNALS: readonly ControlSignal[] = ["above", "runAbove"];

/** How a month that asks for a reason is marked on the chart. */
export function signalMark(signal: ControlSignal): { readonly mark: string; readonly isGood: boolean } {
  return { mark: SIGNAL_NAMES[signal].slice(0, 1), isGood: GOOD_SIGNALS.includes(signal) };
}

/** "◆ Trên giới hạn: 1 tháng" */
export function signalCount(signal: ControlSignal, months: number): string {
  return `${SIGNAL_NAMES[signal]}: ${formatCount(months)} tháng`;
}

/** "12 trong 13 tháng nằm trong giới hạn của chính đơn vị" */
export function withinFinding({ points }: ControlChart): string {
  const told = points.filter((point) => point !== null);
  const within = told.filter(({ signal }) => signal !== "below" && signal !== "above").length;
  if (within === told.length) return `Cả ${formatCount(within)} tháng nằm trong giới hạn của chính đơn vị`;
  return `${formatCount(within)} trong ${formatCount(told.length)} tháng nằm trong giới hạn của chính đơn vị`;
}

const MOST_NAMED = 3;

/** "Tây Sơn: tháng 3/2020 và 9/2020 thấp bất thường so với chính mình" */
export function controlFinding(
  unitName: string,
  chart: ControlChart | null,
  months: readonly { readonly period: Period }[],
): string {
  const name = shortUnitName(unitName);
  if (chart === null) return `${name}: chưa đủ số liệu để biết tháng nào bất thường`;
  const monthsOf = (signal: ControlSignal): string[] =>
    months.filter((_, index) => chart.points[index]?.signal === signal).map(({ period }) => formatMonth(period.from));
  const [below, above] = [monthsOf("below"), monthsOf("above")];
  const said = [
    ...(below.length > 0 ? [`${named(below)} thấp bất thường`] : []),
    ...(above.length > 0 ? [`${named(above)} cao bất thường`] : []),
  ];
  if (said.length > 0) return `${name}: ${said.join(", ")} so với chính mình`;
  const [low, high] = [monthsOf("runBelow").length, monthsOf("runAbove").length];
  if (low > 0 && high > 0)
    return `${name}: đã chuyển mức, ${formatCount(low)} tháng ở phía dưới và ${formatCount(high)} tháng ở phía trên trung bình`;
  if (low > 0) return `${name}: ${formatCount(low)} tháng liền dưới mức trung bình của chính mình`;
  if (high > 0) return `${name}: ${formatCount(high)} tháng liền trên mức trung bình của chính mình`;
  return `${name}: không tháng nào bất thường so với chính mình`;
}

function named(months: readonly string[]): string {
  return months.length > MOST_NAMED ? `${formatCount(months.length)} tháng` : `tháng ${months.join(", ")}`;
}
