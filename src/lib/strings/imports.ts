/** Headers under which a column may stand; the first is the one we name when it is missing. */
export const COLUMN_NAMES = {
  code: ["Mã hồ sơ", "Số hồ sơ", "Mã số hồ sơ", "MaHoSo", "Số biên nhận", "Mã số hồ sơ TTHC", "Số tiếp nhận"],
  receivingUnit: [
    "Đơn vị tiếp nhận",
    "Cơ quan tiếp nhận",
    "Nơi tiếp nhận",
    "DonViTiepNhan",
    "Đơn vị",
    "Cơ quan tiếp nhận hồ sơ",
    "Đơn vị tiếp nhận hồ sơ",
  ],
  unit: [
    "Đơn vị xử lý",
    "Đơn vị giải quyết",
    "Cơ quan giải quyết",
    "DonViXuLy",
    "Cơ quan xử lý",
    "Đơn vị thụ lý",
    "Cơ quan thụ lý",
  ],
  procedureCode: ["Mã thủ tục", "Mã TTHC", "Mã thủ tục hành chính", "MaTTHC"],
  procedureName: ["Tên thủ tục hành chính", "Tên thủ tục", "Thủ tục hành chính", "Tên TTHC", "TenTTHC", "TTHC"],
  status: [
    "Trạng thái",
    "Trạng thái hồ sơ",
    "Tình trạng",
    "TrangThaiHoSo",
    "Tình trạng hồ sơ",
    "Tình trạng xử lý",
    "TrangThai",
    "Trạng thái xử lý",
    "Tình trạng giải quyết",
  ],
  channel: ["Kênh", "Hình thức nộp", "Kênh tiếp nhận", "Hình thức tiếp nhận", "KenhThucHien"],
  received: [
    "Ngày nhận",
    "Ngày tiếp nhận",
    "Thời điểm tiếp nhận",
    "NgayTiepNhan",
    "Ngày tiếp nhận hồ sơ",
    "Ngày nhận hồ sơ",
    "Thời gian tiếp nhận",
  ],
  due: [
    "Ngày hẹn trả",
    "Ngày hẹn trả kết quả",
    "Hạn xử lý",
    "NgayHenTra",
    "Ngày hẹn trả KQ",
    "Hạn trả kết quả",
    "Hạn giải quyết",
  ],
  extendedDue: ["Ngày hẹn lại", "Ngày gia hạn"],
  finished: [
    "Ngày kết thúc xử lý",
    "Ngày hoàn thành",
    "Ngày hoàn thành thụ lý",
    "Ngày có kết quả",
    "NgayKetThucXuLy",
    "Ngày kết thúc",
    "Ngày xử lý xong",
    "Ngày giải quyết xong",
  ],
  handedOver: ["Ngày trả kết quả", "Ngày trả", "NgayTra", "Ngày trả KQ", "Thời gian trả kết quả"],
  officer: ["Người xử lý", "Cán bộ xử lý", "Cán bộ thụ lý", "NguoiXuLy"],
  pauseFrom: ["Ngày tạm dừng", "Ngày yêu cầu bổ sung", "NgayYeuCauBoSung"],
  pauseUntil: ["Ngày tiếp tục", "Ngày bổ sung", "Ngày nhận bổ sung"],
  pauseReason: ["Lý do tạm dừng"],
} as const;

export const PROBLEM_CODES = [
  "missingCode",
  "missingReceived",
  "missingUnit",
  "badDate",
  "futureDate",
  "dueBeforeReceived",
  "finishedBeforeReceived",
  "unknownUnit",
  "ambiguousUnit",
  "unknownProcedure",
  "unknownStatus",
  "unknownChannel",
  "pauseWithoutDay",
  "pauseWithoutEnd",
  "pauseReversed",
  "pauseBeforeReceived",
  "closedWithoutDay",
  "duplicateConflict",
  "tooLong",
  "badRecord",
  "missingMoment",
  "unknownDossier",
  "unitOutOfScope",
  "dossierOutOfScope",
  "badCount",
  "duplicateUnit",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export type ProblemDetails = {
  /** The cell as the file holds it. */
  readonly value?: string;
  /** The day it contradicts, YYYY-MM-DD. */
  readonly other?: string;
  /** Nearest known names. */
  readonly nearest?: readonly string[];
  /** Other rows of the file that are meant. */
  readonly rows?: readonly number[];
};

function vietnameseDay(day: string | undefined): string {
  return day === undefined ? "" : day.split("-").reverse().join("/");
}

function suggestion({ nearest }: ProblemDetails): string {
  return nearest && nearest.length > 0 ? ` Gần giống: ${nearest.join("; ")}.` : "";
}

const SENTENCES: Readonly<Record<ProblemCode, (details: ProblemDetails) => string>> = {
  missingCode: () => "Thiếu mã hồ sơ; bổ sung mã rồi nhập lại dòng này.",
  missingReceived: () => "Thiếu ngày nhận; bổ sung ngày nhận rồi nhập lại dòng này.",
  missingUnit: () => "Thiếu đơn vị tiếp nhận; bổ sung tên đơn vị rồi nhập lại dòng này.",
  badDate: ({ value }) => `"${value}" không phải là ngày hợp lệ; ghi dạng ngày/tháng/năm, ví dụ 31/10/2020.`,
  futureDate: ({ value, other }) =>
    `"${value}" sau thời điểm số liệu (${vietnameseDay(other)}); kiểm tra lại ngày hoặc thời điểm xuất tệp.`,
  dueBeforeReceived: ({ value, other }) =>
    `Ngày hẹn trả "${value}" trước ngày nhận ${vietnameseDay(other)}; kiểm tra lại hai ngày này.`,
  finishedBeforeReceived: ({ value, other }) =>
    `Ngày kết thúc "${value}" trước ngày nhận ${vietnameseDay(other)}; kiểm tra lại hai ngày này.`,
  unknownUnit: (details) =>
    `Không có đơn vị "${details.value}" trong danh mục vào ${vietnameseDay(details.other) || "ngày nhận"}.${suggestion(details)}`,
  ambiguousUnit: (details) =>
    `Có nhiều đơn vị tên "${details.value}"; ghi thêm đơn vị cấp trên sau dấu " - ".${suggestion(details)}`,
  unknownProcedure: (details) => `Không có thủ tục "${details.value}" trong danh mục.${suggestion(details)}`,
  unknownStatus: ({ value }) =>
    `Trạng thái "${value}" không có trong 10 trạng thái của Cổng Dịch vụ công quốc gia; hãy ghép từ này với một trạng thái, hoặc sửa trong tệp.`,
  unknownChannel: ({ value }) => `Kênh "${value}" không phải Trực tiếp, Trực tuyến hay Bưu chính công ích.`,
  pauseWithoutDay: () => "Hồ sơ đang tạm dừng nhưng thiếu ngày tạm dừng; bổ sung ngày rồi nhập lại dòng này.",
  pauseWithoutEnd: () =>
    "Hồ sơ đã được xử lý tiếp nhưng thiếu ngày tiếp tục sau khi tạm dừng; bổ sung ngày rồi nhập lại dòng này.",
  pauseReversed: ({ value, other }) =>
    `Ngày tiếp tục "${value}" trước ngày tạm dừng ${vietnameseDay(other)}; kiểm tra lại hai ngày này.`,
  pauseBeforeReceived: ({ value, other }) =>
    `Ngày tạm dừng "${value}" trước ngày nhận ${vietnameseDay(other)}; kiểm tra lại hai ngày này.`,
  closedWithoutDay: ({ value }) =>
    `Trạng thái "${value}" nhưng thiếu ngày kết thúc xử lý; bổ sung ngày rồi nhập lại dòng này.`,
  duplicateConflict: ({ value, rows }) =>
    `Mã hồ sơ "${value}" có nội dung khác nhau ở các dòng ${(rows ?? []).join(", ")}; chỉ giữ lại dòng đúng.`,
  badRecord: () => "Bản ghi không đúng cấu trúc của Cổng Dịch vụ công quốc gia; xem trường được nêu.",
  missingMoment: () => "Thiếu thời điểm xử lý; bổ sung thời điểm rồi gửi lại bản ghi này.",
  unknownDossier: ({ value }) => `Chưa có hồ sơ "${value}" trong nguồn này; gửi hồ sơ trước, gửi tiến độ sau.`,
  unitOutOfScope: () => "Đơn vị xử lý nằm ngoài phạm vi của mã truy cập.",
  dossierOutOfScope: ({ value }) => `Hồ sơ "${value}" đang thuộc đơn vị ngoài phạm vi của mã truy cập.`,
  badCount: ({ value }) => `"${value}" không phải là số hồ sơ; ghi số nguyên không âm, ví dụ 1.250.`,
  duplicateUnit: ({ value, rows }) =>
    `"${value}" có số liệu khác nhau ở các dòng ${(rows ?? []).join(", ")}; chỉ giữ lại dòng đúng.`,
  tooLong: ({ value }) => `"${value}…" quá dài cho ô này; kiểm tra xem cột có bị lệch không.`,
};

/** The sentence of a problem: what is wrong and what to do. */
export function describeProblem(code: ProblemCode, details: ProblemDetails): string {
  return SENTENCES[code](details);
}

export function isProblemCode(code: string): code is ProblemCode {
  return PROBLEM_CODES.some((known) => known === code);
}

/** The portal's words for its ten statuses; the first is the one we show. */
export const STATUS_WORDS = {
  registered: ["Mới đăng ký"],
  accepted: ["Được tiếp nhận", "Đã tiếp nhận", "Mới tiếp nhận"],
  refused: ["Không được tiếp nhận", "Không tiếp nhận", "Từ chối tiếp nhận"],
  processing: ["Đang xử lý", "Đang giải quyết", "Đang thụ lý", "Chờ xử lý", "Chờ thụ lý"],
  awaitingSupplement: ["Yêu cầu bổ sung giấy tờ", "Chờ bổ sung", "Yêu cầu bổ sung"],
  awaitingPayment: ["Yêu cầu thực hiện nghĩa vụ tài chính", "Chờ thực hiện nghĩa vụ tài chính", "Chờ thanh toán"],
  withdrawn: ["Công dân yêu cầu rút hồ sơ", "Rút hồ sơ", "Công dân rút", "Trả lại", "Trả lại hồ sơ"],
  stopped: ["Dừng xử lý", "Tạm dừng", "Tạm dừng xử lý"],
  resolved: ["Đã xử lý xong", "Đã giải quyết", "Đã giải quyết xong", "Đã có kết quả", "Chờ trả kết quả"],
  handedOver: ["Đã trả kết quả", "Đã trả KQ", "Đã trả"],
} as const;

export const CHANNEL_WORDS = {
  direct: ["Trực tiếp", "1"],
  online: ["Trực tuyến", "Qua mạng", "2"],
  postal: ["Bưu chính công ích", "Bưu chính", "BCCI", "3"],
} as const;
