import type { RankingLevel } from "@/lib/filters";
import { formatCount, formatDay, formatRate } from "@/lib/format";
import type { PeerGroup } from "@/lib/ranking-choice";
import {
  type CalendarDay,
  type FairVerdict,
  type FormulaId,
  missingToTarget,
  type Rate,
  type TargetRule,
} from "@/lib/sla";
import { RATE_CLAIMS, targetText } from "./common";

export const RANKING = {
  rank: "Hạng",
  unit: "Đơn vị",
  groupReceived: "Phải giải quyết",
  carriedOver: "kỳ trước",
  received: "trong kỳ",
  groupResolved: "Đã giải quyết",
  total: "tổng",
  early: "trước\nhạn",
  onTime: "đúng\nhạn",
  late: "trễ ▲",
  undated: "không\nhạn",
  groupRate: "Tỷ lệ",
  missing: "Thiếu\nhồ sơ",
  groupOpen: "Đang giải quyết",
  inTime: "trong\nhạn",
  paused: "dừng ‖",
  overdue: "quá hạn ●",
  groupDue: "Đến hạn trong kỳ",
  dueMet: "xong đúng hạn",
  returned: "Trả lại",
  verdict: "Đánh giá",
  level: "Xếp theo",
  formula: "Công thức",
  target: "Chỉ tiêu",
  fair: "Hạng\nước lượng",
  trend: "12 tháng",
  findName: "Tên đơn vị có chữ",
  peers: "Nhóm",
  least: "Từ số hồ sơ",
  noMatch: "Không có đơn vị nào khớp với tên, nhóm hoặc số hồ sơ đã chọn. Hãy bỏ bớt điều kiện.",
  left: (count: number): string =>
    `Không hiện ${formatCount(count)} đơn vị ngoài điều kiện lọc; hạng và dòng tổng vẫn tính đủ.`,
  untouched: (count: number): string => `${formatCount(count)} đơn vị chưa phát sinh hồ sơ`,
  lowUsage: (count: number): string => `${formatCount(count)} đơn vị nhận ít hồ sơ khác thường`,
  lowUsageNote: (middle: number): string =>
    `Tiếp nhận chưa bằng một phần tư của đơn vị đứng giữa (${formatCount(middle)} hồ sơ), hoặc chưa bằng nửa mức thường nhận: bình quân mỗi ngày của tối đa 12 tháng trước, nhân với số ngày của kỳ. Ít hồ sơ có thể do dân ít, cũng có thể do hồ sơ giấy chưa nhập vào phần mềm: cần hỏi lại, chưa phải là lỗi.`,
  lowUsageRow: (received: number, usual: number | null): string =>
    `${formatCount(received)} hồ sơ${usual === null ? "" : ` (thường ${formatCount(usual)})`}`,
  movedUp: (places: number): string => `▲${formatCount(places)}`,
  movedDown: (places: number): string => `▼${formatCount(places)}`,
  movedUpSaid: (places: number): string => `lên ${formatCount(places)} bậc so với kỳ trước`,
  movedDownSaid: (places: number): string => `xuống ${formatCount(places)} bậc so với kỳ trước`,
  below: (percent: number, target: string): string => `Xác suất tỷ lệ thật dưới ${target}: ${formatCount(percent)}%`,
  empty: "Không có đơn vị nào ở cấp này trong kỳ đã chọn. Hãy chọn cấp khác hoặc kỳ khác.",
  missingOnPhone: (missing: number): string => `thiếu ${formatCount(missing)}`,
  caption: (unit: string, period: string): string => `Xếp hạng các đơn vị thuộc ${unit}, ${period}`,
} as const;

export const LEVEL_NAMES: Readonly<Record<RankingLevel, string>> = {
  department: "Sở, ban, ngành",
  district: "Huyện, thị xã, thành phố",
  division: "Phòng ban, chi nhánh",
  commune: "Xã, phường, thị trấn",
};

export const PEER_NAMES: Readonly<Record<PeerGroup, string>> = {
  small: "Ít hồ sơ (một phần ba)",
  middle: "Vừa",
  large: "Nhiều hồ sơ",
};

/** What the dossiers of a unit, many or few, let one say of it; whether its rate reaches the target is said apart. */
export const EVIDENCE_NAMES: Readonly<Record<FairVerdict, string>> = {
  surelyMet: "Đạt",
  undecided: "Chưa đủ căn cứ",
  surelyMissed: "Dưới chuẩn",
};

export const EVIDENCE_SIGNS: Readonly<Record<FairVerdict, string>> = {
  surelyMet: "✓",
  undecided: "?",
  surelyMissed: "✕",
};

/** How the second rank and its verdict are made, and with what the arrows compare. */
export function fairNote(previous: string): string {
  return `▲▼ là số bậc lên, xuống so với ${previous}. Hạng ước lượng kéo đơn vị ít hồ sơ về mức chung của cấp. Đánh giá: ✓ đạt khi xác suất đạt từ 90%, ✕ dưới chuẩn khi xác suất không đạt từ 97,5%, còn lại ? chưa đủ căn cứ. Hạng chính thức không phụ thuộc hai cột này; tỷ lệ chưa đạt chỉ tiêu có chữ đỏ và số thiếu.`;
}

/** Counted in a sentence: "7 trong 11 huyện". */
export const LEVEL_NOUNS: Readonly<Record<RankingLevel, string>> = {
  department: "sở, ngành",
  district: "huyện",
  division: "phòng ban, chi nhánh",
  commune: "xã",
};

type UnitLevel = RankingLevel | "province";

/** What a unit holds beside the units of a ranking's level. */
export function restName(unitLevel: UnitLevel, level: RankingLevel): string {
  if (unitLevel === "district" && level === "commune") {
    return "Phần còn lại (Bộ phận Một cửa, phòng ban, chi nhánh…)";
  }
  if (unitLevel === "province" && level === "district") return "Phần còn lại (sở, ban, ngành và đơn vị cấp tỉnh)";
  if (unitLevel === "province" && level === "department") return "Phần còn lại (huyện, xã và đơn vị khác)";
  if (unitLevel === "province" && level === "commune") return "Phần còn lại (cấp tỉnh và cấp huyện)";
  return "Phần còn lại";
}

const UNIT_NOUNS = ["Tỉnh", "Thành phố", "Huyện", "Thị xã", "Thị trấn", "Phường", "Xã", "Sở"];

/** "Toàn huyện (tổng)" */
export function totalName(unitName: string): string {
  const noun = UNIT_NOUNS.find((candidate) => unitName.startsWith(`${candidate} `));
  return noun === undefined ? "Toàn đơn vị (tổng)" : `Toàn ${noun.toLocaleLowerCase("vi")} (tổng)`;
}

/** "Huyện Tây Sơn" → "Tây Sơn"; towns and communes keep their kind, without which they could be mistaken. */
export function shortUnitName(unitName: string): string {
  return unitName.replace(/^(Tỉnh|Huyện) /, "");
}

/** As tables with little room print it: "Chi nhánh VPĐKĐĐ huyện Phù Cát". */
export function tightUnitName(unitName: string): string {
  return unitName.replace(/Văn phòng đăng ký đất đai/i, "VPĐKĐĐ");
}

/** "Tây Sơn: 93,96% đúng hạn, thiếu 200 hồ sơ so với mức 95%" */
export function finding(unitName: string, rate: Rate, formula: FormulaId, target: TargetRule): string {
  const name = shortUnitName(unitName);
  if (rate === null) return `${name}: chưa có hồ sơ để tính tỷ lệ`;
  const claim = `${name}: ${formatRate(rate, target)} ${RATE_CLAIMS[formula]}`;
  const missing = missingToTarget(rate, target);
  if (missing === 0) return `${claim}, đạt ${targetText(target)}`;
  if (missing === null) return `${claim}, không đạt ${targetText(target)}`;
  return `${claim}, thiếu ${formatCount(missing)} hồ sơ so với ${targetText(target)}`;
}

/** "6 trong 15 xã chưa đạt chỉ tiêu"; null when no unit has anything to count. */
export function countBelow(below: number, rated: number, level: RankingLevel): string | null {
  if (rated === 0) return null;
  if (below === 0) return `cả ${formatCount(rated)} ${LEVEL_NOUNS[level]} đạt chỉ tiêu`;
  if (below === rated) return `cả ${formatCount(rated)} ${LEVEL_NOUNS[level]} chưa đạt chỉ tiêu`;
  return `${formatCount(below)} trong ${formatCount(rated)} ${LEVEL_NOUNS[level]} chưa đạt chỉ tiêu`;
}

/** Where the stocks of a table are read. */
export function stocksNote(asOf: CalendarDay | null): string {
  return asOf === null
    ? "Chưa có số liệu nào được nhập."
    : `Số đang giải quyết là số tồn vào cuối ngày ${formatDay(asOf)}; quá hạn là hạn đã qua trước ngày đó.`;
}

/** What the columns add up to. */
export const IDENTITY_NOTE =
  "Kỳ trước + trong kỳ = đã giải quyết + trả lại + đang giải quyết. Hạng bằng nhau ghi dấu =; thiếu là số hồ sơ lẽ ra phải đúng hạn để đạt chỉ tiêu. Bấm vào một số để mở danh sách hồ sơ của số đó.";
