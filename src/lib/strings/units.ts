import { formatCount, formatDay, formatMonth, formatPoints, formatRate } from "@/lib/format";
import type { MonthBudget } from "@/lib/insight/month-budget";
import { lastOfMonth, type Period } from "@/lib/period";
import { type CalendarDay, displayBp, meetsTarget, type Rate, type TargetRule } from "@/lib/sla";
import { targetText } from "./common";

export const UNITS = {
  placeInRanking: "Vị trí trong bảng xếp hạng",
  balance: "Tiếp nhận và giải quyết",
  handled: "Phải giải quyết",
  carriedOver: "Kỳ trước chuyển sang",
  receivedDirect: "Trong kỳ, trực tiếp",
  receivedOnline: "Trong kỳ, trực tuyến",
  receivedPostal: "Trong kỳ, bưu chính công ích",
  resolved: "Đã giải quyết",
  early: "Trước hạn",
  onTime: "Đúng hạn",
  late: "Trễ hạn ▲",
  undated: "Không có hạn",
  returned: "Trả lại, xin rút",
  open: "Đang giải quyết",
  inTime: "Trong hạn",
  paused: "Tạm dừng ‖",
  overdue: "Quá hạn ●",
  trendTable: "Bảng số liệu của biểu đồ",
  month: "Tháng",
  partOfMonth: (to: CalendarDay): string => `(đến ${formatDay(to)})`,
  below: "Các đơn vị trực thuộc",
  fullRanking: "Xem bảng xếp hạng đầy đủ",
  fields: "Theo lĩnh vực (Biểu II.06a)",
  field: "Lĩnh vực",
  noFields: "Không có hồ sơ nào trong kỳ này. Hãy chọn kỳ khác, hoặc nhập số liệu của kỳ.",
  fieldTotal: "Tổng số",
  order: "STT",
  form: {
    received: "Số hồ sơ tiếp nhận",
    total: "tổng số",
    online: "trực tuyến",
    direct: "trực tiếp,\nbưu chính",
    carriedOver: "từ kỳ trước",
    resolved: "Đã giải quyết",
    early: "trước hạn",
    onTime: "đúng hạn",
    late: "quá hạn",
    open: "Đang giải quyết",
    inTime: "trong hạn",
    overdue: "quá hạn",
  },
  formNote:
    "Đơn vị tính: hồ sơ. (3) = (4) + (5) + (6) = (7) + (11); (7) = (8) + (9) + (10); (11) = (12) + (13). Cột (9) gồm cả hồ sơ không có hạn và hồ sơ trả lại, xin rút; cột (12) gồm cả hồ sơ tạm dừng và hồ sơ chưa có hạn.",
  balanceBroken: "Số liệu không cân: phải giải quyết khác tổng đã giải quyết, trả lại và đang giải quyết.",
} as const;

/** "Tháng 10/2020: 73 hồ sơ trễ trong 99 hồ sơ được phép trễ để đạt mức 95%, còn 26" */
export function budgetText({ period, expected, budget }: MonthBudget, isOver: boolean): string {
  const { allowed, used, left, exhaustedOn } = budget;
  const of = isOver ? `${formatCount(expected)} hồ sơ` : `khoảng ${formatCount(expected)} hồ sơ của tháng`;
  const head = `Tháng ${formatMonth(period.from)}: trễ ${formatCount(used)}, được phép trễ ${formatCount(allowed)} trong ${of}`;
  if (left < 0) return `${head}; vượt ${formatCount(-left)}.`;
  const pace =
    isOver || exhaustedOn === null || exhaustedOn > lastOfMonth(period.from)
      ? ""
      : `, với nhịp này hết vào ${formatDay(exhaustedOn)}`;
  return `${head}; còn ${formatCount(left)}${pace}.`;
}

type MonthRate = { readonly period: Period; readonly rate: Rate };

type FieldCount = { readonly name: string; readonly tally: { readonly late: number } };

/** "Chứng thực trễ nhiều nhất trong 19 lĩnh vực: 428 trong 1.157 hồ sơ trễ (Biểu II.06a)" */
export function fieldsFinding(fields: readonly FieldCount[]): string {
  const late = fields.reduce((sum, { tally }) => sum + tally.late, 0);
  const [worst, next] = [...fields].sort((a, b) => b.tally.late - a.tally.late);
  if (worst === undefined || next === undefined || next.tally.late === worst.tally.late) return UNITS.fields;
  const most = `${worst.name} trễ nhiều nhất trong ${formatCount(fields.length)} lĩnh vực`;
  return `${most}: ${formatCount(worst.tally.late)} trong ${formatCount(late)} hồ sơ trễ (Biểu II.06a)`;
}

/** "2 trong 12 tháng đạt mức 95%; tháng 10/2020: 96,36%, +1,0 điểm % so với tháng trước" */
export function trendFinding(months: readonly MonthRate[], target: TargetRule): string {
  const rated = months.filter(({ rate }) => rate !== null);
  const met = rated.filter(({ rate }) => meetsTarget(rate, target) === true);
  const last = months.at(-1);
  if (last === undefined || rated.length === 0) return "Chưa có tháng nào để tính tỷ lệ";
  const count = `${formatCount(met.length)} trong ${formatCount(rated.length)} tháng đạt ${targetText(target)}`;
  const lastBp = displayBp(last.rate, target);
  if (lastBp === null) return count;
  const beforeBp = displayBp(months.at(-2)?.rate ?? null, target);
  const change = beforeBp === null ? "" : `, ${formatPoints(lastBp - beforeBp)} so với tháng trước`;
  return `${count}; tháng ${formatMonth(last.period.from)}: ${formatRate(last.rate, target)}${change}`;
}

type UnitChange = {
  readonly on: CalendarDay;
  readonly began: number;
  readonly ended: number;
  readonly isItself: boolean;
};

/** "¦ 01/07/2025: 135 đơn vị mới, 170 đơn vị kết thúc. Số liệu trước và sau ngày này không cùng một phạm vi." */
export function unitChangeText({ on, began, ended, isItself }: UnitChange): string {
  const count = (units: number, what: string): string[] =>
    units === 0 ? [] : [`${formatCount(units)} đơn vị ${what}`];
  const said = [...count(began, "mới"), ...count(ended, "kết thúc")].join(", ");
  const self = isItself ? " (gồm chính đơn vị này)" : "";
  return `¦ ${formatDay(on)}: ${said}${self}. Số liệu trước và sau ngày này không cùng một phạm vi.`;
}
