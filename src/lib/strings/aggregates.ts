import type { BrokenSum, TableIdentity } from "@/lib/aggregates/check-counts";
import type { AggregateColumn } from "@/lib/aggregates/columns";
import { formatCount, formatDay } from "@/lib/format";
import type { CalendarDay } from "@/lib/sla";

const COLUMNS: Readonly<Record<AggregateColumn, string>> = {
  receivedTotal: "Tiếp nhận: tổng số",
  receivedInPeriod: "Tiếp nhận trong kỳ",
  receivedDirect: "Tiếp nhận trực tiếp",
  receivedOnline: "Tiếp nhận trực tuyến",
  receivedOnlinePartial: "Tiếp nhận trực tuyến một phần",
  receivedOnlineOther: "Tiếp nhận trực tuyến khác",
  receivedElsewhere: "Tiếp nhận phi địa giới",
  receivedPostal: "Tiếp nhận qua bưu chính công ích",
  carriedOver: "Kỳ trước chuyển qua",
  resolvedTotal: "Đã giải quyết: tổng số",
  early: "Giải quyết trước hạn",
  onTime: "Giải quyết đúng hạn",
  earlyOrOnTime: "Giải quyết trước và đúng hạn",
  late: "Giải quyết trễ hạn",
  lateWithApology: "Trễ hạn có thư xin lỗi",
  lateWithoutApology: "Trễ hạn không có thư xin lỗi",
  openTotal: "Đang giải quyết: tổng số",
  inTime: "Đang giải quyết trong hạn",
  openPaused: "Đang giải quyết, chờ bổ sung",
  overdue: "Đang giải quyết quá hạn",
  overdueWithApology: "Quá hạn có thư xin lỗi",
  overdueWithoutApology: "Quá hạn không có thư xin lỗi",
  paused: "Tạm dừng",
  returned: "Trả lại",
  withdrawn: "Xin rút",
  refused: "Không tiếp nhận",
};

type BrokenCells = Pick<BrokenSum, "total" | "parts" | "actual" | "expected"> & {
  readonly identity: TableIdentity;
  readonly row: number;
  readonly unit: string;
  /** As a spreadsheet names them, the total first. */
  readonly cells: readonly string[];
  readonly other?: {
    readonly period: { readonly from: CalendarDay; readonly to: CalendarDay };
    readonly fileName: string;
  };
};

const period = (from: CalendarDay, to: CalendarDay): string => `từ ${formatDay(from)} đến ${formatDay(to)}`;

const ROWS_SUMMED: Readonly<Partial<Record<TableIdentity, string>>> = {
  sumOfRows: "các dòng đơn vị",
  sumOfFields: "các dòng lĩnh vực",
  sumBelow: "các dòng đơn vị trực thuộc",
};
const MOST_CELLS = 8;

/** "C5 + C6 + … + C31 (27 ô)" */
function cellSum(cells: readonly string[]): string {
  if (cells.length <= MOST_CELLS) return cells.join(" + ");
  const [first, second] = cells;
  return `${first} + ${second} + … + ${cells.at(-1)} (${formatCount(cells.length)} ô)`;
}

/** What is wrong, with both numbers and the cells in which they stand. */
function brokenText({ identity, row, unit, cells, total, parts, actual, expected, other }: BrokenCells): string {
  const [cell = "", ...others] = cells;
  const at = `Dòng ${formatCount(row)}, ${unit}`;
  const sumOf = parts.map((part) => COLUMNS[part]).join(" + ");
  if (other !== undefined) {
    const there = `bảng ${period(other.period.from, other.period.to)} (tệp ${other.fileName})`;
    return identity === "opening"
      ? `${at}: ${COLUMNS[total]} (${cell}) ghi ${formatCount(actual)}, nhưng ${there} kết thúc với ${sumOf} = ${formatCount(expected)}.`
      : `${at}: ${sumOf} (${cells.join(" + ")}) = ${formatCount(actual)}, nhưng ${there} bắt đầu với ${COLUMNS[total]} = ${formatCount(expected)}.`;
  }
  const summed = ROWS_SUMMED[identity];
  const whole = `${at}: ${COLUMNS[total]} (${cell}) ghi ${formatCount(actual)}, nhưng `;
  if (summed !== undefined) return `${whole}cộng ${summed} (${cellSum(others)}) = ${formatCount(expected)}.`;
  const named = parts.map((part, index) => `${COLUMNS[part]} (${others[index] ?? ""})`);
  return `${whole}${named.join(" + ")} = ${formatCount(expected)}.`;
}

/** Words of tables that tell counts without their dossiers. */
export const AGGREGATES = {
  columns: COLUMNS,
  import: {
    headings: {
      previewed: (changes: number): string =>
        changes === 0 ? "Không có gì để ghi" : `Sẽ ghi ${formatCount(changes)} dòng của bảng tổng hợp`,
      applied: (changes: number): string =>
        changes === 0 ? "Đã đối chiếu, không có gì thay đổi" : `Đã ghi ${formatCount(changes)} dòng của bảng tổng hợp`,
    },
    kind: "Loại tệp",
    kinds: {
      unit: "Bảng tổng hợp theo đơn vị (không có từng hồ sơ)",
      field: "Biểu II.06a theo lĩnh vực của một đơn vị (không có từng hồ sơ)",
    },
    period: "Kỳ của bảng",
    periodText: period,
    apart: (from: CalendarDay, to: CalendarDay): string =>
      `Số liệu của bảng là ${period(from, to)}. Chúng được giữ riêng, không bao giờ cộng vào số liệu đếm từ hồ sơ.`,
    otherPeriod: (from: string, to: string): string =>
      `Lưu ý: tên bảng ghi kỳ từ ${from} đến ${to}, khác với kỳ đã chọn.`,
    brokenTitle: (count: number): string => `${formatCount(count)} chỗ số liệu trong bảng không cân`,
    brokenNote: "Các dòng này vẫn được nhận nguyên như bảng ghi; hãy hỏi lại đơn vị lập bảng.",
    brokenMore: (count: number): string => `và ${formatCount(count)} chỗ khác`,
    broken: brokenText,
    undo: (inserted: number, updated: number): string =>
      `Xóa ${formatCount(inserted)} dòng bảng tổng hợp đã thêm và trả ${formatCount(updated)} dòng đã thay đổi về nội dung trước đó.`,
    forms: "Bảng tổng hợp",
    formsText:
      "Tháng chỉ có bảng tổng hợp, không có danh sách hồ sơ: tải lên bảng theo đơn vị (Tiếp nhận, Đã giải quyết, Đang giải quyết) hoặc Biểu II.06a. Kỳ của bảng được đọc từ dòng tên bảng, hoặc được hỏi ở bước sau.",
  },
  periodForm: {
    title: "Kỳ của bảng tổng hợp",
    lead: "Các dòng tên bảng không ghi kỳ. Số liệu trong bảng là của những ngày nào?",
    change: "Kỳ của bảng không đúng? Sửa kỳ",
    from: "Từ ngày",
    to: "Đến ngày",
    submit: "Dùng kỳ này và xem trước",
  },
  section: {
    only: "Số liệu từ bảng tổng hợp (không có hồ sơ)",
    onlyNote: "Không đếm được từ hồ sơ, không cộng vào bất cứ tổng nào của trang này.",
    compared: "Bảng tổng hợp để đối chiếu với hồ sơ",
    comparedNote:
      "Số liệu của trang này đếm từ hồ sơ. Trong ngoặc: bảng tổng hợp hơn (+) hoặc kém (−) số đếm từ hồ sơ của cùng đơn vị và kỳ.",
    unit: "Đơn vị",
    period: "Kỳ",
    source: "Nguồn, số liệu đến",
    sourceText: (name: string, asOf: CalendarDay): string => `${name}, ${formatDay(asOf)}`,
    handled: "Phải giải quyết",
    resolved: "Đã giải quyết",
    met: "Trước và đúng hạn",
    late: "Trễ hạn ▲",
    open: "Đang giải quyết",
    overdue: "Quá hạn ●",
    unbalanced: "Không cân",
    unbalancedNote: "Không cân: các ô của dòng không cộng thành tổng; xem chi tiết ở lần nhập.",
    left: (count: number): string => `Còn ${formatCount(count)} bảng khác trong kỳ này; hãy chọn kỳ ngắn hơn để xem.`,
    unlikeOpening: ({ opening, closing }: { readonly opening: number; readonly closing: number }): string =>
      `Kỳ trước chuyển qua ${formatCount(opening)}, nhưng cuối kỳ trước còn ${formatCount(closing)}`,
    field: "Lĩnh vực",
    unitOrField: "Đơn vị, lĩnh vực",
    forms: (periodText: string): string => `Biểu II.06a ${periodText} theo lĩnh vực, như bảng đã ghi`,
    mark: "bảng tổng hợp",
    apart: "Số liệu từ bảng tổng hợp",
    apartNote: "Không đếm từ hồ sơ, không cộng vào bất cứ tổng nào ở trên.",
    toldMonths: (count: number): string =>
      `◇ ${formatCount(count)} tháng chỉ có bảng tổng hợp, không có hồ sơ: không nối vào đường, không tính vào kết luận và tổng nào.`,
    below: (count: number): string =>
      `${formatCount(count)} bảng tổng hợp của đơn vị trực thuộc không có hồ sơ cùng kỳ: xem ở bảng xếp hạng`,
    when: "Kỳ, nguồn, số liệu đến",
    difference: (by: number): string => (by === 0 ? "(=)" : `(${by > 0 ? "+" : "−"}${formatCount(Math.abs(by))})`),
  },
} as const;
