import { formatCount, formatRate } from "@/lib/format";
import type { FunnelPlace } from "@/lib/insight/funnel";
import type { Rate, TargetRule } from "@/lib/sla";
import { targetText } from "./common";
import { shortUnitName } from "./ranking";

export const COMPARE = {
  unit: "Đơn vị",
  counted: "Số hồ sơ\ntính tỷ lệ",
  rate: "Tỷ lệ",
  place: "So với giới hạn ngẫu nhiên",
  volume: "Số hồ sơ tính tỷ lệ (thang lôgarit)",
  month: "Tháng",
  noUnits: "Không có đơn vị nào có hồ sơ để tính tỷ lệ trong kỳ này. Hãy chọn cấp khác hoặc kỳ dài hơn.",
  funnelNote:
    "Vùng tô: 95% số đơn vị thật sự ở đúng mức sẽ nằm trong đó; đường ngoài: 99,8%. Đơn vị ít hồ sơ dao động rộng hơn, nên không kết luận chỉ từ tỷ lệ.",
  heatNote:
    "Mỗi ô là tỷ lệ đúng hạn của một tháng, tính bằng %. Dưới mức ghi đậm; dưới mức từ 5 điểm % trở lên có dấu ▲, từ 15 điểm % trở lên có dấu ●.",
  heatOnPhone: (months: number): string =>
    `Màn hình hẹp chỉ hiện ${formatCount(months)} tháng mới nhất; đủ các tháng ở tệp tải về.`,
  heatNoteOnFile: "Mỗi ô là tỷ lệ đúng hạn của một tháng.",
  multiplesNote: "Đường gạch là mức chỉ tiêu; số liệu từng tháng ở bảng trên.",
  lastOnes: (count: number): string => `Vẽ ${formatCount(count)} đơn vị xếp cuối bảng.`,
  average: "cả kỳ",
} as const;

export const PLACE_NAMES: Readonly<Record<FunnelPlace, string>> = {
  farBelow: "Dưới giới hạn ngoài",
  below: "Dưới giới hạn trong",
  within: "Trong giới hạn",
  above: "Trên giới hạn",
};

/** "Bình Định: 31 trong 157 đơn vị dưới mức 95% quá xa để là ngẫu nhiên" */
export function funnelFinding(unitName: string, far: number, units: number, target: TargetRule): string {
  const name = shortUnitName(unitName);
  if (units === 0) return `${name}: chưa có đơn vị nào để so sánh`;
  if (far === 0) return `${name}: không đơn vị nào dưới ${targetText(target)} quá xa để là ngẫu nhiên`;
  return `${name}: ${formatCount(far)} trong ${formatCount(units)} đơn vị dưới ${targetText(target)} quá xa để là ngẫu nhiên`;
}

/** "28 đơn vị dưới giới hạn, 98 trong giới hạn ngẫu nhiên, 12 tốt hơn hẳn" */
export function funnelTitle(below: number, within: number, above: number): string {
  return `${formatCount(below)} đơn vị dưới giới hạn, ${formatCount(within)} trong giới hạn ngẫu nhiên, ${formatCount(above)} tốt hơn hẳn`;
}

/** "18 đơn vị dưới mức 95% trong phần lớn các tháng" */
export function heatFinding(lasting: number, target: TargetRule): string {
  if (lasting === 0) return `Không đơn vị nào dưới ${targetText(target)} kéo dài`;
  return `${formatCount(lasting)} đơn vị dưới ${targetText(target)} trong ít nhất ba phần tư số tháng`;
}

/** "7 đơn vị đang lên, 3 đơn vị đang xuống trong 3 tháng gần nhất" */
export function multiplesFinding(up: number, down: number): string {
  const lately = "trong 3 tháng gần nhất";
  if (down === 0) return `${formatCount(up)} đơn vị đang lên, không đơn vị nào đang xuống ${lately}`;
  return `${formatCount(up)} đơn vị đang lên, ${formatCount(down)} đơn vị đang xuống ${lately}`;
}

/** What the pointer reads at a dot. */
export function dotTitle(name: string, rate: Rate, target: TargetRule, of: number): string {
  return `${name}: ${formatRate(rate, target)} của ${formatCount(of)} hồ sơ`;
}
