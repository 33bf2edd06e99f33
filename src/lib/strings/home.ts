import { DUE_SOON_WORKING_DAYS, LONG_PAUSE_DAYS, type Measure } from "@/lib/filters";
import {
  formatBp,
  formatCount,
  formatDay,
  formatDayOfYear,
  formatPoints,
  formatRate,
  formatThreshold,
} from "@/lib/format";
import type { FirstThing } from "@/lib/insight/first-things";
import type { RecoveryPath } from "@/lib/insight/recovery-path";
import type { Period } from "@/lib/period";
import { type CalendarDay, displayBp, type Rate, type TargetRule } from "@/lib/sla";
import { MEASURE_NAMES } from "./classes";
import { capitalise, targetText } from "./common";
import { describePeriod } from "./periods";
import { shortUnitName } from "./ranking";

export const HOME = {
  bothLates: "Hai loại chậm",
  resolved: "Đã giải quyết",
  late: "trễ hạn ▲",
  open: "Đang giải quyết",
  overdue: "quá hạn ●",
  dueSoon: `đến hạn trong ${DUE_SOON_WORKING_DAYS} ngày làm việc tới`,
  pausedLong: `tạm dừng trên ${LONG_PAUSE_DAYS} ngày ‖`,
  firstThings: "Cần xem trước",
  nothingFirst: "Không có việc nào cần xem trước trong kỳ này.",
  movers: "Tốt lên và xấu đi",
  unit: "Đơn vị",
  before: "Kỳ trước",
  now: "Kỳ này",
  change: "Thay đổi",
  changePoints: "Thay đổi, điểm %",
  share: "Tỷ trọng",
  running: "Lũy kế",
  others: "Các đơn vị còn lại",
  lateCount: "Trễ ▲",
  rate: "Tỷ lệ\nđúng hạn",
  verdict: "Chỉ tiêu",
  ranking: "Bảng xếp hạng",
  freshness: "Số liệu đến ngày nào",
  source: "Nguồn",
  asOf: "Số liệu đến",
  importedAt: "Nhập lúc",
  trend12: "12 tháng",
  todaysWork: "Việc hôm nay",
  recoveryTable: "Tỷ lệ lũy kế cuối mỗi tháng",
  monthEnd: "Đến ngày",
  targetDay: (day: CalendarDay): string => `hạn ${formatDayOfYear(day)}`,
  best: "không trễ nữa",
  pace: "như 3 tháng qua",
  worst: "như tháng kém nhất",
  recoveryNote:
    "Số hồ sơ mỗi ngày làm việc lấy bằng mức bình quân của kỳ. “Không trễ nữa”: mọi hồ sơ từ nay đều đúng hạn; “như tháng kém nhất”: như tháng có tỷ lệ thấp nhất trong 12 tháng qua.",
  recoveryUnavailable: "Đường về chỉ tính được với công thức trên số đã giải quyết, số đến hạn hoặc Biểu II.06a.",
  unitPage: "Xem trang đơn vị",
  allOfThem: (count: number): string => `Xem cả ${formatCount(count)} hồ sơ`,
  noneOverdue: "Không có hồ sơ quá hạn.",
  noneSoon: `Không có hồ sơ đến hạn trong ${DUE_SOON_WORKING_DAYS} ngày làm việc tới.`,
  nonePaused: `Không có hồ sơ tạm dừng trên ${LONG_PAUSE_DAYS} ngày.`,
  noMovers: "Chưa đủ số liệu của kỳ trước để so sánh.",
  lagging: "Đơn vị tụt lại, nặng bằng chứng nhất trước",
  compare: "Phễu, bản đồ nhiệt và xu hướng từng đơn vị",
  evidenceNote:
    "Xác suất dưới chuẩn tính từ số hồ sơ của đơn vị và của các đơn vị cùng cấp: đơn vị ít hồ sơ khó kết luận. Từ 97,5% trở lên là gần như chắc chắn, ghi ✕ dưới chuẩn. Xếp hạng chính thức vẫn theo tỷ lệ.",
  evidenceRest: (shown: number, all: number): string =>
    `Bảng nêu ${formatCount(shown)} trong ${formatCount(all)} đơn vị; đủ cả ở tệp tải về.`,
  belowProbability: "Xác suất\ndưới chuẩn",
  received: "Tiếp nhận",
  ofMiddle: "So với đơn vị\nở giữa",
  lowUsageNote:
    "Đơn vị ở giữa: một nửa số đơn vị cùng cấp tiếp nhận nhiều hơn. Thường nhận: mức bình quân mỗi ngày của tối đa 12 tháng trước kỳ, nhân với số ngày của kỳ. Có tên ở đây khi chưa bằng một phần tư đơn vị ở giữa, hoặc chưa bằng nửa mức thường nhận. Ít hồ sơ chưa phải là sai; đó là chỗ cần hỏi.",
  expected: "Thường\nnhận",
  sign: "Dấu hiệu",
  mostAt: "Nhiều nhất ở",
  wholePeriod: "Cả kỳ",
  list: "danh sách",
  elsewhere: "Phần còn lại",
  signList: (name: string): string => `Danh sách cả kỳ: hồ sơ ${name}`,
  oddSignsByUnit: "Đếm từng dấu hiệu theo đơn vị, cả kỳ",
  oddSignsNote:
    "Mỗi số mở danh sách đúng những hồ sơ đó; dấu — nghĩa là nguồn số liệu không cho biết. Dấu hiệu chưa phải là sai phạm.",
  noLowUsage: "Không có đơn vị nào dùng phần mềm quá ít.",
} as const;

type Compared = { readonly period: Period; readonly rate: Rate };

/** "so với tháng 9/2020: +0,9 điểm %" */
function comparedWith(words: string, rate: Rate, { rate: other }: Compared, target: TargetRule): string {
  const bp = displayBp(rate, target);
  const otherBp = displayBp(other, target);
  if (bp === null || otherBp === null) return `${words}: chưa đủ số liệu`;
  return `${words}: ${formatPoints(bp - otherBp)}`;
}

/** "Tháng 10/2020 · so với tháng 9/2020: +0,9 điểm % · cùng kỳ, tháng 10/2019: +2,2 điểm %" */
export function comparisons(rate: Rate, before: Compared, lastYear: Compared, target: TargetRule): string[] {
  return [
    comparedWith(`so với ${describePeriod(before.period)}`, rate, before, target),
    comparedWith(`cùng kỳ, ${describePeriod(lastYear.period)}`, rate, lastYear, target),
  ];
}

/** "12 trong 274 đơn vị gây ra 50% số hồ sơ trễ" */
export function paretoFinding(vitalFew: number, units: number, runningBp: number | null): string {
  if (runningBp === null) return "Không có hồ sơ nào trễ hạn trong kỳ";
  return `${formatCount(vitalFew)} trong ${formatCount(units)} đơn vị gây ra ${Math.floor(runningBp / 100)}% số hồ sơ trễ`;
}

type ShareOfLate = { readonly units: number; readonly count: number; readonly whole: number; readonly shareBp: number };

/** "40 đơn vị chưa đạt mức 95% gây ra 218 trong 380 hồ sơ trễ (57,37%)." */
export function belowShareText({ units, count, whole, shareBp }: ShareOfLate, target: TargetRule): string {
  return `${formatCount(units)} đơn vị chưa đạt ${targetText(target)} gây ra ${formatCount(count)} trong ${formatCount(whole)} hồ sơ trễ (${formatBp(shareBp)}).`;
}

/** "2 nguồn số liệu, cũ nhất đến 30/09/2020 (iGate)" */
export function freshnessFinding(sources: readonly { readonly name: string; readonly asOf: CalendarDay }[]): string {
  const [oldest] = sources.toSorted((a, b) => a.asOf.localeCompare(b.asOf));
  if (oldest === undefined) return HOME.freshness;
  if (sources.every(({ asOf }) => asOf === oldest.asOf)) {
    return `${formatCount(sources.length)} nguồn số liệu, đến ${formatDay(oldest.asOf)}`;
  }
  return `${formatCount(sources.length)} nguồn số liệu, cũ nhất đến ${formatDay(oldest.asOf)} (${oldest.name})`;
}

/** "4 huyện tốt lên, 7 huyện xấu đi so với tháng 9/2020" */
export function moversFinding(better: number, worse: number, before: Period): string {
  if (better + worse === 0) return HOME.noMovers;
  const since = `so với ${describePeriod(before)}`;
  if (worse === 0) return `${formatCount(better)} đơn vị tốt lên, không đơn vị nào xấu đi ${since}`;
  if (better === 0) return `${formatCount(worse)} đơn vị xấu đi, không đơn vị nào tốt lên ${since}`;
  return `${formatCount(better)} đơn vị tốt lên, ${formatCount(worse)} đơn vị xấu đi ${since}`;
}

/** A sentence of what to look at first; the whole of it is a link to its list. */
export function firstThingText(thing: FirstThing): string {
  switch (thing.kind) {
    case "mostOverdue":
      return `${shortUnitName(thing.unitName)} có ${formatCount(thing.count)} hồ sơ đang giải quyết đã quá hạn, nhiều nhất trong các đơn vị.`;
    case "biggestDrop":
      return `${shortUnitName(thing.unitName)} giảm ${formatPoints(-thing.changeBp).replace("+", "")} so với kỳ trước, ${formatCount(thing.count)} hồ sơ trễ hạn.`;
    case "mostLate":
      return `${shortUnitName(thing.unitName)} trễ ${formatCount(thing.count)} hồ sơ, chiếm ${formatBp(thing.shareBp)} số hồ sơ trễ.`;
    case "dueSoon":
      return `${formatCount(thing.count)} hồ sơ ${HOME.dueSoon}.`;
    case "pausedLong":
      return `${formatCount(thing.count)} hồ sơ tạm dừng trên ${LONG_PAUSE_DAYS} ngày.`;
  }
}

/** "Đường về 95%: cần 3.990 hồ sơ đúng hạn liên tiếp (≈ 2,1 tháng); không thể đạt trước 30/11." */
export function recoveryText(path: RecoveryPath, target: TargetRule): string {
  const { consecutive, tenthsOfMonths, plan, until, ahead } = path;
  const allowed = formatCount(Math.max(0, plan.newLateAllowed));
  if (consecutive === 0) {
    return plan.reachable
      ? `Đã đạt ${targetText(target)}: đến ${formatDay(until)} được trễ thêm nhiều nhất ${allowed} trong khoảng ${formatCount(ahead)} hồ sơ.`
      : `Đã đạt ${targetText(target)}, nhưng số hồ sơ đang quá hạn sẽ kéo xuống dưới mức trước ${formatDay(until)}.`;
  }
  const way = `Đường về ${formatThreshold(target)}:`;
  if (consecutive === null) return `${way} không số hồ sơ đúng hạn nào đủ để đạt.`;
  const months = tenthsOfMonths === null ? "" : ` (≈ ${Math.floor(tenthsOfMonths / 10)},${tenthsOfMonths % 10} tháng)`;
  const needed = `${way} cần ${formatCount(consecutive)} hồ sơ đúng hạn liên tiếp${months}`;
  if (!plan.reachable) return `${needed}; không thể đạt trước ${formatDayOfYear(until)}.`;
  return `${needed}; để đạt trước ${formatDayOfYear(until)} chỉ được trễ thêm ${allowed} trong khoảng ${formatCount(ahead)} hồ sơ.`;
}

/** What the order said, beside the way back. */
export function orderedText(reachBy: CalendarDay | null, basis: string, asOf: CalendarDay): string {
  if (reachBy === null) return basis;
  return reachBy <= asOf ? `${basis} (hạn ${formatDay(reachBy)} đã qua)` : basis;
}

export function feasibleText(feasibleOn: CalendarDay | null): string | null {
  return feasibleOn === null ? null : `Sớm nhất có thể đạt: ${formatDay(feasibleOn)}.`;
}

/** "Xã Bình Tân: 5 hồ sơ quá hạn, 3 hồ sơ đến hạn trong 3 ngày làm việc tới" */
export function workFinding(unitName: string, overdue: number, dueSoon: number): string {
  const name = shortUnitName(unitName);
  if (overdue + dueSoon === 0) return `${name}: không có hồ sơ quá hạn hay sắp đến hạn`;
  const soon = `${formatCount(dueSoon)} hồ sơ ${HOME.dueSoon}`;
  return overdue === 0
    ? `${name}: không có hồ sơ quá hạn, ${soon}`
    : `${name}: ${formatCount(overdue)} hồ sơ quá hạn, ${soon}`;
}

export function rateLine(rate: Rate, target: TargetRule): string {
  return rate === null ? "chưa có hồ sơ để tính tỷ lệ" : `${formatRate(rate, target)} đúng hạn`;
}

/** "9 đơn vị gần như chắc chắn dưới mức 95%" */
export function evidenceFinding(unitName: string, sure: number, weighed: number, target: TargetRule): string {
  const name = shortUnitName(unitName);
  if (sure === 0) return `${name}: không đơn vị nào chắc chắn dưới ${targetText(target)}`;
  return `${name}: ${formatCount(sure)} trong ${formatCount(weighed)} đơn vị gần như chắc chắn dưới ${targetText(target)}`;
}

/** "20 đơn vị tụt lại nhất gây ra 2.905 trong 4.210 hồ sơ trễ" */
export function laggingFinding(shown: number, late: number, whole: number): string {
  if (late === 0) return HOME.lagging;
  return `${formatCount(shown)} đơn vị tụt lại nhất gây ra ${formatCount(late)} trong ${formatCount(whole)} hồ sơ trễ`;
}

/** "2 xã, phường nhận chưa bằng nửa mức thường, 9 hầu như không dùng phần mềm" */
export function lowUsageFinding(units: readonly { readonly isHardlyUsed: boolean }[]): string {
  if (units.length === 0) return HOME.noLowUsage;
  const hardly = units.filter(({ isHardlyUsed }) => isHardlyUsed).length;
  const unused = `${formatCount(hardly)} xã, phường hầu như không dùng phần mềm`;
  if (hardly === units.length) return unused;
  const fallen = `${formatCount(units.length - hardly)} xã, phường nhận chưa bằng nửa mức thường`;
  return hardly === 0 ? fallen : `${fallen}, ${unused}`;
}

/** "Tháng 10/2020: 6 trong 9 dấu hiệu kiểm tra được có hồ sơ cần xem" */
export function signsFinding(period: Period, counts: readonly (number | null)[]): string {
  const told = counts.filter((count) => count !== null);
  const when = capitalise(describePeriod(period));
  if (told.length === 0) return `${when}: chưa có hồ sơ để kiểm tra dấu hiệu bất thường`;
  const found = told.filter((count) => count > 0).length;
  if (found === 0) return `${when}: không có dấu hiệu bất thường nào`;
  return `${when}: ${formatCount(found)} trong ${formatCount(told.length)} dấu hiệu bất thường có hồ sơ cần xem`;
}

/** A probability 0 … 1 as officials read it: "97%", never 0% or 100%. */
export function formatProbability(probability: number): string {
  const percent = Math.round(probability * 100);
  if (percent >= 100) return ">99%";
  return percent <= 0 ? "<1%" : `${percent}%`;
}

/** "77 hồ sơ quá hạn đang giải quyết" */
export function workTitle(total: number, measure: Measure): string {
  return `${formatCount(total)} hồ sơ ${MEASURE_NAMES[measure]}`;
}
