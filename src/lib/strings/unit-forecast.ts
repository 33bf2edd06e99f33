import { formatCount, formatDay, formatMonth } from "@/lib/format";
import type { Period } from "@/lib/period";
import { addDays, type CalendarDay, type RateForecast, type TargetRule, WHOLE_BP } from "@/lib/sla";
import { targetText } from "./common";
import { formatProbability } from "./home";
import { shortUnitName } from "./ranking";

export const FORECAST = {
  section: "Hồ sơ hẹn trả trong tháng",
  state: "Tình trạng",
  dossiers: "Hồ sơ",
  met: "Đã xong đúng hạn",
  missed: "Xong trễ hạn, hoặc đã quá hạn ▲",
  open: "Đang giải quyết, còn trong hạn",
  expectedLate: "trong đó dự kiến trễ",
  total: "Tổng số hẹn trả trong tháng",
  rate: "Tỷ lệ đúng hạn dự kiến",
  interval: "Khoảng dự báo 90%",
  low: "từ",
  high: "đến",
  between: (low: string, high: string): string => `${low} – ${high}`,
  risky: "Khả năng trễ của từng hồ sơ",
  code: "Mã hồ sơ",
  procedure: "Thủ tục",
  unit: "Đơn vị xử lý",
  due: "Hẹn trả",
  probability: "Khả năng\ntrễ",
  noneOpen: "Không còn hồ sơ nào đang giải quyết trong hạn mà hẹn trả trong tháng này.",
  tooFew: (due: number, open: number): string =>
    `Chưa đủ hồ sơ để dự báo tỷ lệ: cần ít nhất ${formatCount(due)} hồ sơ hẹn trả trong tháng, trong đó ${formatCount(open)} hồ sơ còn đang giải quyết.`,
  past: (day: CalendarDay): string =>
    `Kỳ đã qua không có dự báo: kết quả đã rõ. Dự báo chỉ có cho tháng của ngày tiếp theo ngày số liệu (${formatDay(day)}).`,
  noData: "Chưa có số liệu nào được nhập.",
  newest: "Xem dự báo với kỳ đến ngày số liệu",
  label: (month: Period, asOf: CalendarDay): string =>
    `Dự báo cho tháng ${formatMonth(month.from)}, từ số liệu đến ${formatDay(asOf)}`,
  note: (months: number, month: Period): string =>
    `Dựa trên: hồ sơ đã tiếp nhận, hẹn trả từ ${formatDay(month.from)} đến ${formatDay(month.to)}, không kể hồ sơ đang tạm dừng, đã trả lại hoặc xin rút; và ${formatCount(months)} tháng gần đây của chính đơn vị xử lý với cùng thủ tục, kéo về mức chung của thủ tục trong tỉnh khi đơn vị có ít hồ sơ. Hồ sơ còn được tiếp nhận đến cuối tháng chưa có trong dự báo. Khi thử lại trên số liệu cũ, vào ngày 10 và ngày 20, khoảng 9 trong 10 khoảng dự báo chứa tỷ lệ thật của cuối tháng; vào đầu tháng thì kém chắc hơn. Tỷ lệ tính theo ngày hẹn trả, không phụ thuộc công thức đã chọn.`,
  allInTime: "Mọi hồ sơ còn trong hạn, dễ trễ nhất trước",
  riskyNote:
    "Khả năng hồ sơ chưa xong khi ngày hẹn trả qua. Là ước lượng từ những hồ sơ giống nó, không phải đánh giá cán bộ nào. Hồ sơ thuộc thủ tục mà cả tỉnh còn quá ít hồ sơ giống nó thì không nêu.",
} as const;

/** Earlier in its month a forecast was never judged (docs/forecast.md): most dossiers due in it are not received yet. */
function isEarly({ from }: Period, asOf: CalendarDay): boolean {
  return asOf < addDays(from, 9);
}

/** "Tây Sơn, tháng 11/2020: dự báo 91% đúng hạn, từ 88% đến 94%; mức 95% nằm ngoài khoảng" */
export function forecastFinding(
  unitName: string,
  month: Period,
  rate: RateForecast | null,
  target: TargetRule,
  asOf: CalendarDay,
): string {
  const head = `${shortUnitName(unitName)}, tháng ${formatMonth(month.from)}`;
  if (rate === null) return `${head}: chưa đủ hồ sơ để dự báo`;
  const { share, low, high } = rate;
  const said = `${head}: dự báo ${formatProbability(share)} đúng hạn, từ ${formatProbability(low)} đến ${formatProbability(high)}`;
  if (isEarly(month, asOf)) return `${said} trong số hồ sơ đã nhận; còn sớm để kết luận về ${targetText(target)}`;
  const goal = target.thresholdBp / WHOLE_BP;
  if (low >= goal) return `${said}; gần như chắc đạt ${targetText(target)}`;
  if (high < goal) return `${said}; khó đạt ${targetText(target)}`;
  return `${said}; đạt ${targetText(target)} hay không còn tùy các hồ sơ đang giải quyết`;
}

/** "428 hồ sơ hẹn trả trong tháng: 225 đã xong đúng hạn, 3 trễ, 200 còn đang giải quyết" */
export function dueFinding({ met, missed, open }: Readonly<Record<"met" | "missed" | "open", number>>): string {
  const all = `${formatCount(met + missed + open)} hồ sơ hẹn trả trong tháng`;
  return `${all}: ${formatCount(met)} đã xong đúng hạn, ${formatCount(missed)} trễ, ${formatCount(open)} còn đang giải quyết`;
}

/** "20 hồ sơ dễ trễ nhất trong 203 hồ sơ còn trong hạn" */
export function riskyFinding(shown: number, open: number): string {
  return shown < open
    ? `${formatCount(shown)} hồ sơ dễ trễ nhất trong ${formatCount(open)} hồ sơ còn trong hạn`
    : `Khả năng trễ của ${formatCount(open)} hồ sơ còn trong hạn`;
}
