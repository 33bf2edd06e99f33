import { type DossierFilter, type DossierSort, type Measure, STEP_MEASURES } from "@/lib/filters";
import { formatCount } from "@/lib/format";
import { MEASURE_NAMES } from "./classes";

export const DOSSIERS = {
  measure: "Loại",
  field: "Lĩnh vực",
  channel: "Kênh",
  sort: "Sắp theo",
  code: "Mã hồ sơ",
  procedure: "Thủ tục",
  unit: "Đơn vị xử lý",
  received: "Tiếp nhận",
  due: "Hẹn trả",
  finished: "Xong",
  daysLate: "Chậm, ngày làm việc",
  class: "Tình trạng",
  lateChance: "Khả năng trễ",
  lateChanceOnPhone: (chance: string): string => `khả năng trễ ${chance}`,
  lateChanceNote: (months: number): string =>
    `Khả năng trễ: ước lượng khả năng hồ sơ còn trong hạn chưa xong khi ngày hẹn trả qua, theo cách đơn vị và cả tỉnh đã xử lý cùng thủ tục trong ${formatCount(months)} tháng gần đây, khi còn chừng ấy ngày làm việc. Không phải đánh giá cán bộ nào. “—” là chưa đủ hồ sơ giống nó để nói, hoặc hồ sơ không còn trong hạn.`,
  chancesAreOld:
    "Khả năng trễ đang được tính lại theo số liệu vừa thay đổi: số ở đây là của lần tính trước, hồ sơ chưa được tính thì để “—”. Mở lại trang sau ít phút.",
  empty: "Không có hồ sơ nào thuộc loại này trong kỳ. Hãy chọn loại khác, lĩnh vực khác hoặc kỳ dài hơn.",
  restOnly: "chỉ phần còn lại, ngoài các đơn vị trong bảng xếp hạng",
  lateOnPhone: (days: number): string => `chậm ${formatCount(days)} ngày làm việc`,
  shown: (first: number, last: number, total: number): string =>
    `Hồ sơ ${formatCount(first)}–${formatCount(last)} trong ${formatCount(total)}`,
  backToList: (measure: Measure, page: number): string =>
    `Về danh sách hồ sơ ${MEASURE_NAMES[measure]}${page > 1 ? `, trang ${formatCount(page)}` : ""}`,
  note: "Chậm tính bằng ngày làm việc, từ sau ngày hẹn trả đến ngày kết thúc xử lý, hoặc đến ngày số liệu nếu chưa xong.",
} as const;

export const SORT_NAMES: Readonly<Record<DossierSort, string>> = {
  dueOn: "Ngày hẹn trả",
  lateChance: "Khả năng trễ",
  receivedOn: "Ngày tiếp nhận",
  finishedOn: "Ngày kết thúc",
  code: "Mã hồ sơ",
};

/** "1.157 hồ sơ trễ hạn đã giải quyết — Huyện Tây Sơn" */
export function listTitle(total: number, measure: Measure, unitName: string): string {
  return `${formatCount(total)} hồ sơ ${MEASURE_NAMES[measure]} — ${unitName}`;
}

/** "bước ở Bộ phận Một cửa"; undefined for a list that is not narrowed to an office. */
export function shownOffice({ measure, office }: Pick<DossierFilter, "measure" | "office">): string | undefined {
  return office && STEP_MEASURES.includes(measure) ? `bước ở ${office}` : undefined;
}
