import { formatCount } from "../format";
import { COLUMNS } from "../list-columns";
import type { ColumnPlaces, TablePlaces } from "../mapping-places";
import { columnLetter } from "./import-mapping";
import { COLUMN_NAMES } from "./imports";
import { TABLE_MAPPING } from "./table-mapping";

/** What a header is of, and where its columns stand. */
export type ExplainedHeader =
  | { readonly of: "list"; readonly columns: ColumnPlaces }
  | { readonly of: "table"; readonly columns: TablePlaces };

const listPlaces = (columns: ColumnPlaces): string =>
  COLUMNS.flatMap((column) => {
    const position = columns[column];
    return position === undefined ? [] : [`${columnLetter(position)}: ${COLUMN_NAMES[column][0]}`];
  }).join("; ");

/** Words of the page that lists what clerks have said of each source's files. */
export const SOURCE_MAPPINGS = {
  title: "Cách hiểu tệp của từng nguồn",
  link: "Cách hiểu tệp của từng nguồn (tên và cột đã ghép)",
  heading: (count: number): string =>
    count === 0 ? "Chưa có tên hay cột nào được ghép" : `${formatCount(count)} cách hiểu đã ghi nhớ`,
  lead: "Những gì đã ghép ở các lần nhập trước và được dùng cho mọi tệp sau của nguồn. Ghép nhầm thì bỏ ở đây: tệp sau sẽ được hỏi lại.",
  note: "Bỏ một cách hiểu không đổi hồ sơ đã nhập theo nó: hãy hoàn tác lần nhập đó, hoặc nhập lại tệp sau khi ghép đúng.",
  names: "Tên đơn vị, thủ tục, trạng thái",
  headers: "Dòng tiêu đề",
  source: "Nguồn",
  kind: "Loại",
  text: "Tên trong tệp",
  means: "Được hiểu là",
  columns: "Cột",
  when: "Người ghép, lúc",
  nobody: "—",
  forget: "Bỏ",
  forgetLabel: (text: string): string => `Bỏ cách hiểu "${text}"`,
  forgetHeader: (source: string): string => `Bỏ cách hiểu dòng tiêu đề của "${source}"`,
  columnsText: (header: ExplainedHeader): string =>
    header.of === "table"
      ? `Bảng tổng hợp. ${TABLE_MAPPING.placesText(header.columns)}`
      : `Danh sách hồ sơ. ${listPlaces(header.columns)}`,
} as const;
