/** What an error carries for its sentence. */
export type ErrorParams = Readonly<Record<string, string | number | readonly string[]>>;

function text(params: ErrorParams, name: string): string {
  const value = params[name];
  if (value === undefined) return "";
  return typeof value === "object" ? value.join(", ") : String(value);
}

/** "2020-10-19" → "19/10/2020", or nothing when the error names no day. */
function dayText(params: ErrorParams): string {
  return text(params, "day").split("-").reverse().join("/") || "này";
}

/** " (xxx)" when the error names it, nothing otherwise. */
function aside(params: ErrorParams, name: string): string {
  const value = text(params, name);
  return value === "" ? "" : ` (${value})`;
}

function minutes(params: ErrorParams): string {
  return text(params, "minutes") || "1";
}

const FIELDS: Readonly<Record<string, string>> = {
  username: "Tên đăng nhập",
  displayName: "Họ tên",
  role: "Vai trò",
  unit: "Đơn vị",
  unitId: "Đơn vị",
  password: "Mật khẩu",
  sourceName: "Nguồn số liệu",
  period: "Kỳ",
  asOf: "Thời điểm số liệu",
  file: "Tệp",
  level: "Cấp",
  from: "Từ ngày",
  to: "Đến ngày",
  formula: "Công thức",
  target: "Chỉ tiêu",
  tokenName: "Tên mã truy cập",
  expiresAt: "Ngày hết hạn",
  idempotencyKey: "Khóa Idempotency-Key",
  day: "Ngày",
  kind: "Loại ngày",
  name: "Tên gọi",
  basis: "Văn bản",
  note: "Lý do",
  year: "Năm",
  on: "Ngày",
  viewName: "Tên cách xem",
};

const REASONS: Readonly<Record<string, string>> = {
  malformed: "không đúng dạng",
  missing: "còn thiếu",
  future: "nằm ở tương lai",
  taken: "đã có người dùng",
  past: "đã qua",
  self: "là tài khoản đang dùng, không thể tự khóa",
  unfitForRole: "không hợp với vai trò: vai trò cấp tỉnh thuộc về tỉnh, vai trò khác thuộc về đơn vị bên dưới",
  tooShort: "quá ngắn, cần ít nhất 10 ký tự",
  tooLong: "quá dài",
  tooCommon: "quá dễ đoán; hãy ghép vài từ không liên quan với nhau",
  holdsUsername: "không được chứa tên đăng nhập",
};

/** What a file is that does not hold what its name says. */
const KINDS: Readonly<Record<string, string>> = {
  xlsx: "Tệp là bảng Excel nhưng tên không có đuôi .xlsx",
  csv: "Tệp là văn bản nhưng tên không có đuôi .csv",
  xls: "Tệp ở dạng Excel cũ (.xls)",
  pdf: "Tệp là PDF, không phải bảng",
  html: "Tệp là trang web, không phải bảng",
  binary: "Tệp không phải là bảng",
};

/** "Mật khẩu quá ngắn, cần ít nhất 10 ký tự." */
function invalidInput(field: string, reason: string): string {
  return `${FIELDS[field] ?? (field === "" ? "Dữ liệu gửi lên" : `Tham số "${field}"`)} ${REASONS[reason] ?? "không hợp lệ"}.`;
}

/** One sentence per error code: what happened, what still holds, what to do. */
export const ERRORS = {
  notFound: () => "Không tìm thấy nội dung này, hoặc tài khoản không được xem.",
  notSignedIn: () => "Cần đăng nhập để xem nội dung này.",
  invalidInput: (params) => invalidInput(text(params, "field"), text(params, "reason")),
  unitAmbiguous: (params) =>
    `"${text(params, "value")}" chỉ nhiều nơi: ${text(params, "candidates")}. Hãy nêu rõ một nơi.`,
  importBusy: () => "Đang có một tệp khác được nhập cho tỉnh này. Chưa ghi gì; hãy thử lại sau khi việc đó xong.",
  importNotUndoable: () =>
    "Chỉ hoàn tác được lần nhập gần nhất của một nguồn, khi số liệu trước đó còn được giữ. Chưa thay đổi gì; hãy hoàn tác lần nhập sau nó trước.",
  previewOutdated: () => "Số liệu đã thay đổi từ lúc xem trước, hãy xem trước lại. Chưa ghi gì.",
  importStale: () => "Tệp hoặc lần nhập đã thay đổi kể từ lúc xem trước. Chưa ghi gì; hãy tải tệp lên lại.",
  fileEmpty: () => "Tệp không có dữ liệu. Hãy kết xuất lại danh sách hồ sơ rồi tải lên.",
  fileUnreadable: (params) =>
    `Không đọc được tệp${params.row === undefined ? "" : ` từ dòng ${text(params, "row")}`}. Chưa ghi gì; hãy mở tệp, lưu lại dạng .xlsx hoặc .csv rồi tải lên.`,
  fileTypeMismatch: (params) =>
    `${KINDS[text(params, "found")] ?? "Nội dung tệp không đúng với đuôi tên tệp"}. Hãy lưu lại đúng dạng .xlsx hoặc .csv rồi tải lên.`,
  fileTooLarge: (params) =>
    `Tệp vượt quá giới hạn cho phép${aside(params, "limit")}. Hãy tách thành nhiều tệp theo đơn vị hoặc theo tháng.`,
  headerMissing: (params) =>
    `Không tìm thấy dòng tiêu đề của danh sách hồ sơ. Dòng này phải có các cột: ${text(params, "expected")}. Bảng tổng hợp phải có các cột: Đơn vị, Tiếp nhận, Đã giải quyết, Trễ hạn.`,
  columnMissing: (params) => `Tệp thiếu cột: ${text(params, "columns")}. Hãy bổ sung cột rồi tải lên lại.`,
  columnDuplicate: (params) =>
    `Hai cột cùng một nghĩa: ${text(params, "columns")}. Hãy giữ lại một cột rồi tải lên lại.`,
  aggregateColumnMissing: (params) =>
    `Bảng tổng hợp thiếu cột: ${text(params, "columns")}. Hãy ghép cột nếu bảng gọi nó bằng tên khác, hoặc bổ sung cột rồi tải lên lại.`,
  aggregateColumnTwice: (params) =>
    `Hai cột của bảng tổng hợp cùng một nghĩa: ${text(params, "columns")}. Hãy ghép cột để chọn một, hoặc giữ lại một cột rồi tải lên lại.`,
  aggregatePeriodMissing: () =>
    "Bảng tổng hợp không ghi kỳ báo cáo. Chưa ghi gì; hãy cho biết bảng là của những ngày nào.",
  aggregatePeriodAhead: () =>
    "Kỳ của bảng tổng hợp bắt đầu sau thời điểm kết xuất. Chưa ghi gì; hãy kiểm tra lại kỳ và thời điểm kết xuất.",
  aggregateTotalMissing: () =>
    'Biểu theo lĩnh vực không có dòng "Tổng số", và nguồn chưa có biểu nào của đơn vị trong kỳ này. Chưa ghi gì; hãy bổ sung dòng tổng của đơn vị rồi tải lên lại, hoặc ghi biểu đầy đủ trước rồi mới gửi riêng các dòng đã sửa.',
  legacyFont: (params) =>
    `Tệp dùng phông chữ ${text(params, "font")} cũ nên không đọc được tên cột. Hãy chuyển tệp sang Unicode (dựng sẵn) rồi tải lên lại.`,
  calendarYearMissing: (params) =>
    `Chưa có lịch làm việc năm ${text(params, "year")}. Hãy bổ sung lịch trước khi tính hạn của năm này.`,
  calendarYearNotNext: (params) =>
    `Chỉ có thể mở lịch của năm kế tiếp${aside(params, "next")}, không thể mở năm ${text(params, "year")}.`,
  calendarYearEmpty: (params) =>
    `Năm ${text(params, "year")} chưa có ngày nghỉ nào. Hãy thêm các ngày nghỉ lễ, tết của năm trong cùng lần công bố.`,
  calendarDayOutside: (params) =>
    `Ngày ${dayText(params)} nằm ngoài các năm đã có lịch (${text(params, "firstYear")}–${text(params, "lastYear")}).`,
  calendarDayTaken: (params) =>
    `Ngày ${dayText(params)} đã có trong lịch của nơi này${aside(params, "name")}. Hãy bỏ ngày cũ trước khi thêm.`,
  calendarDayMissing: (params) => `Lịch của nơi này không có ngày ${dayText(params)}, nên không có gì để bỏ.`,
  calendarNoName: (params) => `Ngày ${dayText(params)} chưa có tên gọi.`,
  calendarNoDocument: (params) =>
    `Ngày ${dayText(params)} chưa nêu văn bản làm căn cứ. Mỗi ngày nghỉ, ngày làm bù phải có văn bản.`,
  calendarMakeUpOfNothing: (params) =>
    `Ngày ${dayText(params)} vốn là ngày làm việc, nên không thể là ngày làm bù. Hãy kiểm tra lại ngày trong văn bản hoán đổi.`,
  calendarUnchanged: () => "Lịch không có gì thay đổi, nên không có gì để công bố.",
  calendarChanged: () => "Lịch đã có phiên bản mới hơn kể từ lúc xem trước. Chưa ghi gì; hãy xem lại rồi công bố.",
  calendarNothingToUndo: () => "Đây là phiên bản đầu tiên của lịch, không có phiên bản trước để trở lại.",
  calendarBusy: () =>
    "Số liệu của tỉnh đang được ghi (nhập tệp hoặc cập nhật lịch). Chưa ghi gì; hãy thử lại sau khi việc đó xong.",
  connectionLost: () =>
    "Việc đang làm bị ngắt giữa chừng: mất kết nối hoặc máy chủ khởi động lại. Chưa ghi gì; hãy thử lại.",
  importCancelled: () => "Lần nhập này đã được hủy. Không có gì được ghi.",
  importFinished: () => "Lần nhập này đã xong nên không hủy được nữa. Nếu không muốn giữ, hãy hoàn tác.",
  readingStopped: (params) =>
    text(params, "limit") === "memory"
      ? "Đọc tệp này cần quá nhiều bộ nhớ nên đã dừng. Chưa ghi gì; hãy tách thành nhiều tệp, hoặc lưu lại dạng .csv rồi tải lên."
      : `Đọc tệp này quá lâu (quá ${text(params, "seconds")} giây không được thêm dòng nào) nên đã dừng. Chưa ghi gì; hãy mở tệp, lưu lại dạng .xlsx hoặc .csv rồi tải lên.`,
  unexpected: () => UNEXPECTED_ERROR,
  loginFailed: () => "Tên đăng nhập hoặc mật khẩu không đúng.",
  loginThrottled: (params) => `Đã thử sai nhiều lần. Hãy thử lại sau ${minutes(params)} phút.`,
  tokenInvalid: () =>
    "Mã truy cập không đúng, đã hết hạn hoặc đã bị thu hồi. Gửi mã trong tiêu đề Authorization: Bearer; nếu vẫn lỗi, hãy xin quản trị cấp mã mới.",
  tooManyRequests: (params) =>
    `Gửi quá nhiều yêu cầu. Yêu cầu này chưa được xử lý; hãy gửi lại sau ${text(params, "seconds") || "1"} giây.`,
  bodyMalformed: () =>
    "Nội dung gửi lên không phải là JSON mã hóa UTF-8. Chưa ghi gì; hãy kiểm tra nội dung và tiêu đề Content-Type: application/json.",
  bodyInvalid: (params) =>
    `Nội dung gửi lên không đúng cấu trúc${params.field === undefined ? "" : ` ở "${text(params, "field")}"`}. Chưa ghi gì; xem mô tả tại /api/v1/openapi.json.`,
  bodyTooLarge: (params) =>
    `Nội dung gửi lên vượt quá giới hạn${aside(params, "limit")}. Chưa ghi gì; hãy chia thành nhiều lần gửi.`,
  tooManyRecords: (params) =>
    `Một lần gửi có tối đa ${text(params, "limit") || "5000"} bản ghi. Chưa ghi gì; hãy chia thành nhiều lần gửi.`,
  tooManyRows: (params) =>
    `Danh sách có ${text(params, "rows")} dòng, nhiều hơn một bảng Excel chứa được. Hãy tải dạng CSV, hoặc thu hẹp kỳ hay đơn vị.`,
  requestInProgress: () =>
    "Yêu cầu mang khóa Idempotency-Key này đang được xử lý. Hãy đợi vài giây rồi gửi lại để nhận kết quả.",
  requestKeyReused: () =>
    "Khóa Idempotency-Key này đã dùng cho một nội dung khác. Chưa ghi gì; hãy dùng khóa mới cho nội dung mới.",
  viewNameTaken: () => "Đã có một cách xem mang tên này. Chưa lưu; hãy đặt tên khác.",
  viewAddressUnknown: () => "Địa chỉ này không phải là một trang số liệu nên không lưu được.",
  viewNamesOfficer: () =>
    "Danh sách của một cán bộ là dữ liệu cá nhân nên không chia sẻ. Chưa lưu; hãy lưu cho riêng mình.",
  tooManyViews: (params) => `Mỗi tài khoản lưu nhiều nhất ${text(params, "limit")} cách xem. Hãy xóa bớt rồi lưu lại.`,
  boundariesUnreadable: (params) =>
    `Tệp ranh giới không dùng được${aside(params, "at")}: cần TopoJSON hoặc GeoJSON gồm các vùng (Polygon, MultiPolygon) theo kinh độ, vĩ độ, mỗi vùng một mã đơn vị ở thuộc tính "code". Chưa ghi gì.`,
  boundariesOtherDay: () =>
    "Phần lớn mã trong tệp ranh giới là đơn vị của thời điểm khác, ví dụ sau khi sáp nhập; mã cũ đã cấp lại cho đơn vị khác nên hình sẽ nằm sai tên. Chưa ghi gì; hãy chọn một ngày các đơn vị trong tệp đang tồn tại.",
  boundariesUnknown: () =>
    "Không mã nào trong tệp ranh giới là đơn vị của tỉnh vào ngày đã chọn. Chưa ghi gì; hãy kiểm tra mã và ngày.",
} as const satisfies Readonly<Record<string, (params: ErrorParams) => string>>;

export type DescribedErrorCode = keyof typeof ERRORS;

function isDescribed(code: string): code is DescribedErrorCode {
  return Object.hasOwn(ERRORS, code);
}

/** The sentence of an error code of src/server/errors.ts. */
export function describeError(code: string, params: ErrorParams = {}): string {
  return isDescribed(code) ? ERRORS[code](params) : UNEXPECTED_ERROR;
}

export const UNEXPECTED_ERROR = "Hệ thống gặp lỗi ngoài dự kiến. Số liệu đã có không thay đổi; hãy thử lại.";
