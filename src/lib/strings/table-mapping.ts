import type { WrongMeanings } from "../aggregates/check-meanings";
import { AGGREGATE_REQUIRED, type AggregateColumn, TABLE_COLUMNS, type TableColumn } from "../aggregates/columns";
import { AGGREGATES } from "./aggregates";
import { columnLetter } from "./import-mapping";

const { columns: COUNTS } = AGGREGATES;

export const TABLE_COLUMN_NAMES: Readonly<Record<TableColumn, string>> = {
  unit: "Tên đơn vị",
  field: "Tên lĩnh vực",
  ...COUNTS,
};

/** The meanings as a clerk chooses among them. */
export const MEANING_GROUPS: readonly { readonly name: string; readonly meanings: readonly TableColumn[] }[] = [
  { name: "Tên của dòng", meanings: ["unit", "field"] },
  {
    name: "Tiếp nhận",
    meanings: [
      "receivedTotal",
      "receivedInPeriod",
      "receivedDirect",
      "receivedOnline",
      "receivedOnlinePartial",
      "receivedOnlineOther",
      "receivedElsewhere",
      "receivedPostal",
      "carriedOver",
    ],
  },
  {
    name: "Đã giải quyết",
    meanings: ["resolvedTotal", "early", "onTime", "earlyOrOnTime", "late", "lateWithApology", "lateWithoutApology"],
  },
  {
    name: "Đang giải quyết",
    meanings: ["openTotal", "inTime", "openPaused", "overdue", "overdueWithApology", "overdueWithoutApology"],
  },
  { name: "Ngoài các mục trên", meanings: ["paused", "returned", "withdrawn", "refused"] },
];

const oneOf = (choices: readonly AggregateColumn[]): string => choices.map((column) => COUNTS[column]).join(" hoặc ");
const places = (at: readonly number[]): string => at.map(columnLetter).join(" và ");

/** What is wrong with the choices, and what to do. */
export function describeWrongMeanings(wrong: WrongMeanings): string {
  switch (wrong.kind) {
    case "noName":
      return `Chưa có cột tên. Hãy chọn một cột là "${TABLE_COLUMN_NAMES.unit}", hoặc "${TABLE_COLUMN_NAMES.field}" nếu đây là biểu của một đơn vị.`;
    case "twoNames":
      return `Cột ${places(wrong.at)} đều được chọn là tên của dòng; hãy giữ lại một.`;
    case "twice":
      return `"${COUNTS[wrong.means]}" được chọn cho cột ${places(wrong.at)}; hãy giữ lại một, cột kia để "không đọc".`;
    case "missing":
      return `Thiếu cột bắt buộc, nên không tính được tỷ lệ. Hãy chọn: ${wrong.choices.map(oneOf).join("; ")}.`;
  }
}

/** Words of the page on which a clerk says what the columns of an aggregate table count. */
export const TABLE_MAPPING = {
  link: "Ghép cột của bảng tổng hợp",
  kindLabel: "Tệp này là",
  kinds: { list: "Danh sách hồ sơ (mỗi dòng một hồ sơ)", table: "Bảng tổng hợp (mỗi dòng là số liệu của một đơn vị)" },
  title: "Cho biết mỗi cột của bảng tổng hợp là gì",
  lead: (source: string): string =>
    `Chỉ cần làm một lần: lần sau, bảng của nguồn "${source}" có cùng các dòng tiêu đề sẽ được đọc ngay.`,
  sampleTitle: "Các dòng đầu của bảng",
  formTitle: "Mỗi cột là gì",
  required: "Để tính được tỷ lệ, phải có:",
  requiredOnes: [`${TABLE_COLUMN_NAMES.unit} hoặc ${TABLE_COLUMN_NAMES.field}`, ...AGGREGATE_REQUIRED.map(oneOf)],
  notRead: "— không đọc —",
  column: (at: number, head: string): string => `${columnLetter(at)}: ${head === "" ? "(không có tiêu đề)" : head}`,
  example: (values: readonly string[]): string => `ví dụ: ${values.join(" · ")}`,
  note: "Dòng cuối của tiêu đề là dòng ngay trên dòng số liệu đầu tiên; dòng đánh số cột (1), (2)… không thuộc tiêu đề. Ô trống và dấu gạch trong cột số được đọc là 0.",
  placesText: (columns: Readonly<Partial<Record<TableColumn, number>>>): string =>
    TABLE_COLUMNS.flatMap((column) => {
      const at = columns[column];
      return at === undefined ? [] : [`${columnLetter(at)}: ${TABLE_COLUMN_NAMES[column]}`];
    }).join("; "),
} as const;
