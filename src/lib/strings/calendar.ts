import { formatCount, formatDay } from "../format";
import type { CalendarDay, CalendarDayKind } from "../sla";

type Counts = {
  readonly openEarlier: number;
  readonly openLater: number;
  readonly finishedEarlier: number;
  readonly finishedLater: number;
  readonly dated: number;
  readonly findings: number;
  readonly verdicts: number;
};

const movedOpen = (counts: Counts): number => counts.openEarlier + counts.openLater;
const moved = (counts: Counts): number =>
  movedOpen(counts) + counts.finishedEarlier + counts.finishedLater + counts.dated;

const MOST_NAMED = 4;

/** The days themselves, or how many when they are many. */
function daysText(days: readonly CalendarDay[]): string {
  return days.length > MOST_NAMED ? `${formatCount(days.length)} ngày` : days.map(formatDay).join(", ");
}

/** Words of the calendar page and of the operator's `calendar` and `recompute`. */
export const CALENDAR = {
  title: "Lịch làm việc",
  label: (version: number, firstYear: number, lastYear: number): string =>
    `Phiên bản ${version} đang áp dụng, có đủ các năm ${firstYear}–${lastYear}`,
  heading: (year: number, off: number, work: number, local: number): string =>
    `Năm ${year}: ${formatCount(off)} ngày nghỉ, ${work === 0 ? "không có ngày làm bù" : `${formatCount(work)} ngày làm bù`}${
      local === 0 ? "" : `, ${formatCount(local)} ngày riêng của đơn vị`
    }`,
  published: (version: number): string => `Đã công bố phiên bản ${version}.`,
  headingUnknown: (year: number): string => `Chưa có lịch năm ${year}`,
  unknownYear: (year: number): string =>
    `Hạn rơi vào năm ${year} chưa tính được. Mở năm ${year} và thêm các ngày nghỉ của năm trong cùng một lần công bố.`,
  years: "Năm",
  months: (year: number): string => `Các tháng của năm ${year}`,
  month: (month: number): string => `Tháng ${month}`,
  weekdays: ["T2", "T3", "T4", "T5", "T6", "T7", "CN"],
  weekdayNames: ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"],
  kinds: { off: "Nghỉ", work: "Làm bù" } satisfies Readonly<Record<CalendarDayKind, string>>,
  kindOptions: { off: "Ngày nghỉ", work: "Ngày làm bù" } satisfies Readonly<Record<CalendarDayKind, string>>,
  legend: { off: "nghỉ", work: "làm bù", local: "chỉ ở một số đơn vị" },
  days: {
    title: (year: number): string => `Ngày nghỉ và ngày làm bù năm ${year}`,
    caption: "Các ngày, kèm văn bản làm căn cứ",
    day: "Ngày",
    weekday: "Thứ",
    kind: "Loại",
    name: "Tên gọi",
    basis: "Văn bản",
    place: "Áp dụng cho",
    province: "Toàn tỉnh",
    remove: "Bỏ",
    removeDay: (day: CalendarDay, place: string): string => `Bỏ ngày ${formatDay(day)}, ${place}`,
    none: "Năm này không có ngày nào ngoài thứ Bảy, Chủ nhật.",
  },
  form: {
    title: "Sửa lịch",
    lead: "Mỗi sửa đổi được xem trước: chưa có gì thay đổi cho đến khi công bố. Ngày hẹn trên phiếu không bao giờ bị dời.",
    day: "Ngày",
    kind: "Loại ngày",
    name: "Tên gọi",
    nameHint: "Ví dụ: Bão số 9, nghỉ theo công điện",
    basis: "Văn bản",
    basisHint: "Số, ngày và cơ quan ban hành",
    place: "Áp dụng cho",
    submit: "Xem trước",
    submitMore: "Thêm vào và xem trước lại",
    openYear: (year: number): string => `Mở lịch năm ${year}`,
    levels: { department: "Sở, ban, ngành", district: "Huyện, thị xã, thành phố" },
    communesOf: (parent: string): string => `Xã, phường, thị trấn: ${parent}`,
    until: (name: string, day: string): string => `${name} (đến trước ${day})`,
  },
  preview: {
    title: "Xem trước sửa đổi lịch",
    undoTitle: (version: number): string => `Hoàn tác phiên bản ${version}`,
    heading: (counts: Counts): string =>
      moved(counts) === 0
        ? "Không hồ sơ nào đổi hạn tính"
        : `${formatCount(movedOpen(counts))} hồ sơ đang giải quyết và ${formatCount(moved(counts) - movedOpen(counts))} hồ sơ đã kết thúc đổi hạn tính`,
    refused: "Sửa đổi này không công bố được",
    empty: "Chưa có sửa đổi nào",
    label: (version: number): string => `So với phiên bản ${version}; chưa ghi gì`,
    facts: (counts: Counts): string =>
      `Ngày hẹn trên phiếu: không hồ sơ nào bị dời. Kết quả đúng hạn, trễ hạn: ${
        counts.verdicts === 0 ? "không hồ sơ nào đổi" : `${formatCount(counts.verdicts)} hồ sơ đổi`
      }. Đối chiếu ngày hẹn với thời hạn quy định: ${
        counts.findings === 0 ? "không hồ sơ nào đổi" : `${formatCount(counts.findings)} hồ sơ đổi`
      }.`,
    read: (count: number): string => `Đã tính lại ${formatCount(count)} hồ sơ mà sửa đổi có thể chạm tới.`,
    changes: "Sửa đổi",
    actions: { add: "Thêm", remove: "Bỏ", openYear: "Mở năm" },
    openYear: (year: number): string => `Lịch năm ${year}`,
    drop: "Rút lại",
    dropChange: (what: string): string => `Rút lại sửa đổi: ${what}`,
    warnings: {
      alreadyOff: (day: CalendarDay): string =>
        `Ngày ${formatDay(day)} vốn đã nghỉ; sửa đổi này không làm đổi hạn nào.`,
    },
    units: "Hồ sơ đổi hạn tính theo đơn vị",
    unitsCaption: "Số hồ sơ đổi hạn tính, theo đơn vị",
    unit: "Đơn vị",
    open: "Đang giải quyết",
    finished: "Đã kết thúc",
    earlier: "Sớm hơn",
    later: "Muộn hơn",
    dated: "Thêm hoặc mất hạn",
    findings: "Đổi kết quả\nđối chiếu hẹn",
    verdicts: "Đổi\nkết quả",
    total: "Tổng",
    brief: (counts: Counts): string =>
      `${formatCount(movedOpen(counts))} đang giải quyết, ${formatCount(moved(counts) - movedOpen(counts))} đã kết thúc`,
    note: "Lý do (không bắt buộc)",
    publish: (version: number): string => `Công bố phiên bản ${version}`,
    undo: (version: number, restored: number): string =>
      `Hoàn tác: công bố lại nội dung phiên bản ${restored} thành phiên bản ${version}`,
    more: "Thêm ngày khác vào cùng lần công bố",
    back: "Về lịch, không công bố",
  },
  history: {
    title: "Các phiên bản",
    caption: "Các phiên bản của lịch, mới nhất trước",
    version: "Phiên bản",
    when: "Lúc",
    who: "Người công bố",
    operator: "Quản trị máy chủ",
    first: "Khi cài đặt",
    what: "Nội dung",
    open: "Hồ sơ đang giải quyết\nđổi hạn tính",
    finished: "Hồ sơ đã kết thúc\nđổi hạn tính",
    verdicts: "Đổi\nkết quả",
    current: "đang áp dụng",
    restores: (version: number): string => `Công bố lại nội dung phiên bản ${version}`,
    changes: (added: readonly CalendarDay[], removed: readonly CalendarDay[]): string =>
      [added.length > 0 ? `Thêm ${daysText(added)}` : "", removed.length > 0 ? `Bỏ ${daysText(removed)}` : ""]
        .filter(Boolean)
        .join(". ") || "Lịch ban đầu",
    moved: (open: number, finished: number): string =>
      `${formatCount(open)} hồ sơ đang giải quyết và ${formatCount(finished)} hồ sơ đã kết thúc đổi hạn tính`,
    undo: (version: number): string => `Hoàn tác phiên bản ${version}`,
  },
  cli: {
    header: ["Ngày", "Loại", "Nơi", "Tên gọi", "Văn bản"],
    historyHeader: ["Phiên bản", "Lúc", "Người", "Nội dung", "Đang giải quyết", "Đã kết thúc"],
    unitHeader: [
      "Đơn vị",
      "Đang GQ sớm hơn",
      "Đang GQ muộn hơn",
      "Đã xong sớm hơn",
      "Đã xong muộn hơn",
      "Đối chiếu hẹn",
      "Kết quả",
    ],
    previewed: (version: number): string => `Xem trước phiên bản ${version}, chưa ghi gì:`,
    published: (version: number): string => `Đã công bố phiên bản ${version}:`,
    effect: (read: number, counts: Counts): string =>
      `Đã tính lại ${formatCount(read)} hồ sơ: ${formatCount(moved(counts))} đổi hạn tính ` +
      `(${formatCount(counts.openEarlier)} sớm hơn và ${formatCount(counts.openLater)} muộn hơn đang giải quyết, ` +
      `${formatCount(counts.finishedEarlier)} sớm hơn và ${formatCount(counts.finishedLater)} muộn hơn đã kết thúc, ` +
      `${formatCount(counts.dated)} thêm hoặc mất hạn); ${formatCount(counts.findings)} đổi kết quả đối chiếu hẹn; ` +
      `${formatCount(counts.verdicts)} đổi kết quả đúng hạn, trễ hạn. Ngày hẹn trên phiếu không đổi.`,
    recomputed: (province: string, dryRun: boolean): string =>
      `${province}${dryRun ? " (xem trước, chưa ghi gì)" : ""}:`,
    badFile: (path: string): string => `${path}: không phải là danh sách sửa đổi dạng JSON.`,
  },
} as const;
