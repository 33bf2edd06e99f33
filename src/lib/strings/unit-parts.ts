import type { UnitCut } from "@/lib/unit-cuts";
import { NO_OFFICER } from "@/lib/filters";
import { formatCount } from "@/lib/format";
import { CHANNELS } from "@/lib/sla";
import { CHANNEL_NAMES } from "./classes";
import { shortUnitName } from "./ranking";

/** The pages of a unit, in the order of their links. */
export const UNIT_PARTS = ["overview", "procedures", "channels", "officers", "time", "forecast", "control"] as const;
export type UnitPart = (typeof UNIT_PARTS)[number];

export const UNIT_PART_NAMES: Readonly<Record<UnitPart, string>> = {
  overview: "Tổng quan",
  procedures: "Thủ tục",
  channels: "Kênh",
  officers: "Cán bộ",
  time: "Thời gian",
  forecast: "Dự báo",
  control: "Kiểm soát",
};

/** What the rows of a cut are, counted: "71 thủ tục". */
const CUT_NOUNS: Readonly<Record<UnitCut, string>> = {
  procedures: "thủ tục",
  channels: "kênh",
  officers: "cán bộ",
};

export const CUTS = {
  parts: "Các phần của đơn vị",
  handled: "Phải giải quyết",
  resolved: "Đã giải quyết",
  late: "Trễ ▲",
  overdue: "Quá hạn ●",
  missing: "Thiếu\nhồ sơ",
  order: "STT",
  total: "Tổng số",
  others: (count: number, cut: UnitCut): string => `${formatCount(count)} ${CUT_NOUNS[cut]} khác`,
  all: (count: number, cut: UnitCut): string => `Xem cả ${formatCount(count)} ${CUT_NOUNS[cut]}`,
  fewer: "Chỉ xem các dòng đầu",
  none: "Không có hồ sơ nào trong kỳ này. Hãy chọn kỳ khác, hoặc nhập số liệu của kỳ.",
  explained:
    "Nhiều hồ sơ trễ nhất trước. Thiếu là số hồ sơ lẽ ra phải đúng hạn để đạt chỉ tiêu. Bấm vào một số để mở danh sách hồ sơ của số đó.",
  personal:
    "Họ tên cán bộ là dữ liệu cá nhân: chỉ một số vai trò được xem, lần xem này đã được ghi nhật ký. Người trùng họ tên ở nhiều đơn vị được cộng chung một dòng.",
  noOfficer: "Không ghi cán bộ",
} as const;

export const CUT_HEADS: Readonly<Record<UnitCut, string>> = {
  procedures: "Thủ tục",
  channels: "Kênh tiếp nhận",
  officers: "Cán bộ xử lý",
};

export const CUT_TITLES: Readonly<Record<UnitCut, string>> = {
  procedures: "Theo thủ tục",
  channels: "Theo kênh tiếp nhận",
  officers: "Theo cán bộ xử lý",
};

export function officerName(officer: string): string {
  return officer === NO_OFFICER ? CUTS.noOfficer : officer;
}

/** How a row is called: a procedure by its name, a channel by ours, an officer by theirs. */
export function cutRowName(
  cut: UnitCut,
  { key, name }: { readonly key: string; readonly name: string | null },
): string {
  if (cut === "procedures") return name ?? key;
  if (cut === "officers") return officerName(key);
  const channel = CHANNELS.find((one) => one === key);
  return channel === undefined ? key : CHANNEL_NAMES[channel];
}

/** "Tây Sơn: 12 trong 71 thủ tục gây ra 80% số hồ sơ trễ" */
export function cutFinding(
  unitName: string,
  cut: UnitCut,
  { few, rows, runningBp }: { readonly few: number; readonly rows: number; readonly runningBp: number | null },
): string {
  const name = shortUnitName(unitName);
  const count = `${formatCount(rows)} ${CUT_NOUNS[cut]}`;
  if (rows === 0) return `${name}: không có hồ sơ nào trong kỳ`;
  if (runningBp === null) return `${name}: không ${CUT_NOUNS[cut]} nào có hồ sơ trễ hạn, trong ${count}`;
  return `${name}: ${formatCount(few)} trong ${count} gây ra ${Math.floor(runningBp / 100)}% số hồ sơ trễ`;
}
