import { formatCount } from "../format";
import { REQUIRED } from "../list-columns";
import type { ReadingNote, SkippedKind } from "../reading-note";
import { COLUMN_NAMES } from "./imports";

const SKIPPED: Readonly<Record<SkippedKind, string>> = {
  total: "dòng tổng cộng",
  repeatedHeader: "dòng tiêu đề lặp lại",
  columnNumbers: "dòng số thứ tự cột",
  besides: "dòng ngoài danh sách (ký tên, ghi chú, dòng trống có số thứ tự)",
};

const OTHER_SHEETS: Readonly<Record<ReadingNote["others"][number]["kind"], string>> = {
  hidden: "trang ẩn, không đọc",
  noList: "không có danh sách hồ sơ",
  list: "có danh sách nhưng KHÔNG được đọc trong lần nhập này",
};

const REQUIRED_NAMES = REQUIRED.map((columns) => columns.map((column) => COLUMN_NAMES[column][0]).join(" / ")).join(
  ", ",
);

/** Words of the page on which a clerk says what a file's headers and names mean. */
export const IMPORT_MAPPING = {
  link: "Ghép cột của tệp",
  namesLink: "Ghép tên đơn vị, thủ tục, trạng thái chưa có trong danh mục",
  step: "Ghép cột và tên",
  columnsTitle: "Cho biết mỗi cột của tệp là gì",
  namesTitle: (count: number): string => `${formatCount(count)} tên chưa có trong danh mục`,
  namesFormTitle: "Mỗi tên này là gì",
  nothingTitle: "Không có gì cần ghép",
  nothing: "Tiêu đề của tệp đã được hiểu, và mọi tên đơn vị, thủ tục, trạng thái đều có trong danh mục.",
  lead: (source: string): string =>
    `Chỉ cần làm một lần: lần sau, tệp của nguồn "${source}" có cùng dòng tiêu đề sẽ được đọc ngay.`,
  namesLead: (source: string): string =>
    `Chỉ cần làm một lần: mọi dòng của nguồn "${source}" mang tên này, trong tệp này và các tệp sau, được hiểu như đã chọn.`,
  sampleTitle: "Các dòng đầu của tệp",
  sampleCaption: (sheet: string | null): string =>
    sheet === null ? "Các dòng đầu của tệp" : `Các dòng đầu của trang "${sheet}"`,
  row: "Dòng",
  isHeader: "dòng tiêu đề",
  chooseRow: "Dòng tiêu đề",
  headerFrom: (rowNumber: number): string => `Tiêu đề bắt đầu từ dòng ${formatCount(rowNumber)}`,
  chooseDepth: "Tiêu đề gồm",
  depthChoice: (rows: number): string => (rows === 1 ? "dòng này" : `dòng này và ${formatCount(rows - 1)} dòng dưới`),
  chooseSheet: "Trang",
  sheetName: (name: string | null, index: number): string => name ?? `Trang ${index + 1}`,
  rowChoice: (rowNumber: number, text: string): string => `Dòng ${formatCount(rowNumber)}: ${text}`,
  showRow: "Xem lại theo dòng này",
  formTitle: "Cột nào của tệp ứng với",
  required: "bắt buộc",
  oneOfTwo: "bắt buộc một trong hai",
  none: "— không có trong tệp —",
  column: (position: number, name: string): string => `${columnLetter(position)}: ${name === "" ? "(trống)" : name}`,
  privacy: "Các cột khác, kể cả tên và địa chỉ của người nộp, không được đọc vào hệ thống.",
  submit: "Ghi nhớ và xem trước",
  chooseRequired: `Hãy chọn đủ các cột bắt buộc: ${REQUIRED_NAMES}.`,
  chosenTwice: "Một cột của tệp được chọn cho hai cột của danh sách; hãy giữ lại một.",
  chooseName: "Hãy chọn ít nhất một tên rồi ghi nhớ.",
  name: "Tên trong tệp",
  kind: "Loại",
  kinds: { unit: "Đơn vị", procedure: "Thủ tục", status: "Trạng thái" },
  rows: "Số dòng",
  means: "Là",
  meansLabel: (text: string): string => `"${text}" là`,
  undecided: "— chưa ghép —",
  near: "Gần giống",
  all: "Tất cả",
  submitNames: "Ghi nhớ và đọc thử lại",
  back: "Về lần nhập này",
  sheetForm: {
    title: (count: number): string => `${formatCount(count)} trang khác của tệp cũng có danh sách`,
    lead: (sheet: string, lists: readonly string[]): string =>
      `Lần nhập này chỉ đọc trang "${sheet}". Chưa đọc: ${lists.map((name) => `"${name}"`).join(", ")}. Mỗi trang là một lần nhập: xong trang này, hãy tải tệp lên lần nữa và chọn trang tiếp theo.`,
    choose: "Đọc trang",
    submit: "Đọc trang này",
  },
  facts: {
    sheet: "Trang đã đọc",
    headerRow: "Dòng tiêu đề",
    others: "Trang khác",
    skipped: "Dòng không phải hồ sơ",
    undatedPauses: "Tạm dừng không rõ ngày",
  },
  undatedPauses: (count: number): string =>
    `${formatCount(count)} hồ sơ: tệp không có cột ngày tạm dừng, nên tính từ lần nhập đầu tiên cho biết hồ sơ tạm dừng`,
  otherSheet: (name: string, kind: ReadingNote["others"][number]["kind"]): string => `${name}: ${OTHER_SHEETS[kind]}`,
  skipped: (kind: SkippedKind, count: number, rows: readonly number[]): string =>
    `${formatCount(count)} ${SKIPPED[kind]} (dòng ${rows.join(", ")}${rows.length < count ? "…" : ""})`,
} as const;

/** 0 is A, 26 is AA: as spreadsheets name their columns. */
export function columnLetter(position: number): string {
  const letter = String.fromCharCode(65 + (position % 26));
  return position < 26 ? letter : columnLetter(Math.floor(position / 26) - 1) + letter;
}
