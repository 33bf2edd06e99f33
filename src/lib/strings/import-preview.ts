import { formatCount, formatDay, formatMonth, NOTHING } from "../format";
import type { ChangedField, FieldChange, ImportWarning } from "../import-preview";
import { CHANNELS, type Channel, DOSSIER_STATUSES, type DossierStatus } from "../sla";
import { CHANNEL_NAMES, STATUS_NAMES } from "./classes";

const FIELD_NAMES: Readonly<Record<ChangedField, string>> = {
  status: "Trạng thái",
  unit: "Đơn vị xử lý",
  receivingUnit: "Đơn vị tiếp nhận",
  procedure: "Thủ tục",
  channel: "Kênh",
  received: "Ngày nhận",
  due: "Ngày hẹn trả",
  extendedDue: "Ngày hẹn lại",
  finished: "Ngày kết thúc xử lý",
  handedOver: "Ngày trả kết quả",
  officer: "Người xử lý",
  pauses: "Tạm dừng",
};

/** Words of what a file would change, shown before anything is written. */
export const IMPORT_PREVIEW = {
  warningsTitle: (count: number): string => `${formatCount(count)} điều cần xem trước khi xác nhận`,
  warningsNote: "Đây là cảnh báo, không phải lỗi: vẫn xác nhận được khi tệp đúng là như vậy.",
  ratesTitle: (count: number): string =>
    count === 0 ? "Tỷ lệ đúng hạn không đổi ở đơn vị nào" : `Tỷ lệ đúng hạn thay đổi ở ${formatCount(count)} đơn vị`,
  ratesCaption: "Đơn vị giảm nhiều nhất đứng trước",
  ratesRest: (count: number): string => `${formatCount(count)} đơn vị còn lại`,
  ratesNote: (from: string, to: string): string =>
    `Tính theo công thức mặc định, từ ${from} đến ${to}: số đúng hạn trên số đã giải quyết có hạn, gồm cả đơn vị trực thuộc.`,
  unit: "Đơn vị",
  before: "Hiện nay",
  beforeRate: "Tỷ lệ hiện nay",
  after: "Sau khi ghi",
  afterRate: "Tỷ lệ sau khi ghi",
  difference: "Chênh lệch",
  part: (ok: number, of: number): string => `${formatCount(ok)} / ${formatCount(of)}`,
  changesTitle: (count: number): string => `${formatCount(count)} hồ sơ thay đổi`,
  changesCaption: (shown: number, total: number): string =>
    shown < total ? `${formatCount(shown)} hồ sơ đầu tiên, theo mã hồ sơ` : "Theo mã hồ sơ",
  code: "Mã hồ sơ",
  field: "Nội dung",
  old: "Đang lưu",
  new: "Trong tệp",
  sameFacts: "tính lại theo quy tắc mới",
  fieldNames: FIELD_NAMES,
} as const;

/** "2020-11-02T08:14:00" → "02/11/2020 08:14", "2020-11-02" → "02/11/2020". */
function dateText(text: string): string {
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(text) ?? [];
  if (day === undefined) return text;
  return `${day}/${month}/${year}${time === undefined ? "" : ` ${time}`}`;
}

/** "2020-11-02/2020-11-05 2020-11-10/" → "02/11/2020–05/11/2020, từ 10/11/2020". */
function pausesText(text: string): string {
  return text
    .split(" ")
    .map((span) => {
      const [from = "", until = ""] = span.split("/");
      return until === "" ? `từ ${dateText(from)}` : `${dateText(from)}–${dateText(until)}`;
    })
    .join(", ");
}

function isStatus(text: string): text is DossierStatus {
  return DOSSIER_STATUSES.some((status) => status === text);
}

function isChannel(text: string): text is Channel {
  return CHANNELS.some((channel) => channel === text);
}

/** One side of a changed field, as people read it; "—" where there is none. */
export function changedValue(field: FieldChange["field"], value: string | null): string {
  if (value === null) return NOTHING;
  switch (field) {
    case "status":
      return isStatus(value) ? STATUS_NAMES[value] : value;
    case "channel":
      return isChannel(value) ? CHANNEL_NAMES[value] : value;
    case "pauses":
      return pausesText(value);
    case "received":
    case "due":
    case "extendedDue":
    case "finished":
    case "handedOver":
      return dateText(value);
    case "unit":
    case "receivingUnit":
    case "procedure":
    case "officer":
      return value;
  }
}

/** The first of what is counted, as the end of a sentence: "a, b." or, when there are more, "a, b…" */
function named(count: number, names: readonly string[]): string {
  return `${names.join(", ")}${names.length < count ? "…" : "."}`;
}

/** What is unusual, and what to look at. */
export function describeWarning(warning: ImportWarning): string {
  const count = formatCount(warning.count);
  switch (warning.code) {
    case "fewerDossiers":
      return `Tệp có ${count} dòng, ít hơn ${formatCount(warning.last)} dòng của lần nhập trước (số liệu đến ${formatDay(warning.lastOn)}). Hãy xem bộ lọc khi kết xuất.`;
    case "unitsMissing":
      return `${count} đơn vị có hồ sơ ở lần nhập trước nhưng không có dòng nào trong tệp: ${named(warning.count, warning.names)}`;
    case "volumeUnusual": {
      const units = warning.units.map(
        ({ name, received, usual }) => `${name} ${formatCount(received)} (thường ${formatCount(usual)})`,
      );
      return `${count} đơn vị tiếp nhận trong tháng ${formatMonth(warning.month)} khác xa thường lệ: ${named(warning.count, units)}`;
    }
    case "dossiersVanished":
      return `${count} hồ sơ của lần nhập trước không còn trong tệp; chúng vẫn được giữ nguyên: ${named(warning.count, warning.codes)}`;
    case "dueMovedAfterPassing":
      return `${count} hồ sơ được lùi ngày hẹn trả khi ngày hẹn cũ đã qua: ${named(warning.count, warning.codes)}`;
    case "massClosing": {
      const evenings = warning.evenings.map(
        (evening) => `${evening.name} ${formatCount(evening.count)} hồ sơ tối ${formatDay(evening.day)}`,
      );
      const rest = warning.count > warning.evenings.reduce((sum, evening) => sum + evening.count, 0);
      return `${count} hồ sơ được kết thúc hàng loạt sau giờ làm việc: ${evenings.join(", ")}${rest ? "…" : "."}`;
    }
  }
}
