import { formatCount, formatDay } from "@/lib/format";
import type { Heat } from "@/lib/insight/heat";
import type { CalendarDay, TargetRule } from "@/lib/sla";
import { targetText } from "./common";
import { shortUnitName } from "./ranking";

export const MAP = {
  unit: "Đơn vị",
  parent: "Thuộc",
  counted: "Số hồ sơ\ntính tỷ lệ",
  rate: "Tỷ lệ",
  heat: "Mức",
  drawnAs: "Cách vẽ",
  modes: { shapes: "Bản đồ ranh giới", tiles: "Sơ đồ ô" },
  noUnits: "Không có đơn vị nào ở cấp này trong kỳ đã chọn. Hãy chọn cấp khác hoặc kỳ khác.",
  tilesNote:
    "Sơ đồ, không theo tỷ lệ: mỗi đơn vị một ô bằng nhau. Huyện đặt gần đúng hướng tây–đông, bắc–nam; xã xếp theo mã trong ô của huyện, không theo vị trí.",
  plainTilesNote: "Sơ đồ, không theo tỷ lệ: mỗi đơn vị một ô bằng nhau, xếp theo mã, không theo vị trí.",
  shapesNote: "Ranh giới do quản trị nhập, đã giản lược để hiển thị; không dùng làm căn cứ địa giới.",
  shapesMissing: (units: number): string =>
    `${formatCount(units)} đơn vị chưa có ranh giới, chỉ có trong bảng số liệu.`,
  boundaries: "Nhập ranh giới",
} as const;

export const BOUNDARIES = {
  title: "Ranh giới đơn vị trên bản đồ",
  lead: "Tệp TopoJSON hoặc GeoJSON, mỗi vùng có mã đơn vị ở thuộc tính “code”. Nhập lại thì thay ranh giới của các đơn vị cùng cấp.",
  file: "Tệp ranh giới",
  fileHint: (limit: string): string => `Tối đa ${limit}; kinh độ, vĩ độ theo WGS 84. Tệp nhiều điểm được giản lược.`,
  on: "Mã đơn vị theo ngày",
  onHint: "Mã có thể đã dùng cho đơn vị khác ở thời điểm khác: chọn một ngày các đơn vị trong tệp đang tồn tại.",
  submit: "Nhập ranh giới",
  current: "Ranh giới đang có",
  none: "Chưa nhập ranh giới nào: bản đồ vẽ bằng sơ đồ ô.",
  level: "Cấp",
  units: "Số đơn vị",
  fileName: "Tệp",
  since: "Nhập lúc",
  done: (matched: number): string => `Đã nhập ranh giới của ${formatCount(matched)} đơn vị.`,
  unknown: (count: number, codes: readonly string[]): string =>
    `${formatCount(count)} mã trong tệp không phải đơn vị của tỉnh: ${codes.join(", ")}${count > codes.length ? ", …" : ""}.`,
  missing: (count: number): string => `${formatCount(count)} đơn vị cùng cấp chưa có trong tệp.`,
  missingNames: (names: readonly string[]): string => `Chưa có trong tệp: ${names.join(", ")}`,
  simplified: (read: number, kept: number): string =>
    `Đã giản lược từ ${formatCount(read)} còn ${formatCount(kept)} điểm.`,
} as const;

const HEAT_SIGNS: Readonly<Record<Heat, string>> = { met: "", near: "", far: "▲", worst: "●", none: "" };

export function heatSign(heat: Heat): string {
  return HEAT_SIGNS[heat];
}

/** "▲ Dưới mức 95% từ 5 đến 15 điểm %" */
export function heatName(heat: Heat, target: TargetRule): string {
  switch (heat) {
    case "met":
      return `Đạt ${targetText(target)}`;
    case "near":
      return "Dưới chưa đến 5 điểm %";
    case "far":
      return "▲ Dưới từ 5 điểm %";
    case "worst":
      return "● Dưới từ 15 điểm %";
    case "none":
      return "Không có hồ sơ để tính";
  }
}

/** "Bình Định: 7 trong 11 đơn vị dưới mức 95%, thấp nhất là Tây Sơn" */
export function mapFinding(
  unitName: string,
  { below, rated, lowest }: { readonly below: number; readonly rated: number; readonly lowest: string | null },
  target: TargetRule,
): string {
  const name = shortUnitName(unitName);
  if (rated === 0) return `${name}: chưa có đơn vị nào để so sánh`;
  if (below === 0) return `${name}: cả ${formatCount(rated)} đơn vị đạt ${targetText(target)}`;
  const last = lowest === null ? "" : `, thấp nhất là ${shortUnitName(lowest)}`;
  return `${name}: ${formatCount(below)} trong ${formatCount(rated)} đơn vị dưới ${targetText(target)}${last}`;
}

export const BOUNDARIES_CLI = {
  done: (matched: number, on: CalendarDay): string => `${BOUNDARIES.done(matched)} (${formatDay(on)})`,
  badFile: (path: string): string => `Không đọc được tệp ${path}.`,
} as const;
