import { formatCount, formatDay } from "../format";
import type { CalendarDay } from "../sla";

/** Words of the pages on which dossier lists are taken in; the sentences on single rows are in imports.ts. */
export const IMPORT_PAGES = {
  list: {
    title: "Các lần nhập số liệu",
    heading: (count: number): string =>
      count === 0 ? "Chưa có lần nhập số liệu nào" : `${formatCount(count)} lần nhập số liệu gần nhất`,
    empty: "Tải lên danh sách hồ sơ kết xuất từ phần mềm Một cửa để bắt đầu.",
    caption: "Các lần nhập, mới nhất trước",
    create: "Nhập danh sách hồ sơ",
    file: "Tệp",
    source: "Nguồn",
    asOf: "Số liệu đến",
    who: "Người nhập",
    when: "Lúc",
    operator: "Quản trị máy chủ",
    brief: (inserted: number, updated: number, rejected: number): string =>
      `${formatCount(inserted)} mới, ${formatCount(updated)} thay đổi, ${formatCount(rejected)} bị loại`,
  },
  counts: {
    rowsRead: "Dòng đọc được",
    inserted: "Mới",
    updated: "Thay đổi",
    unchanged: "Không đổi",
    rejected: "Bị loại",
  },
  state: "Trạng thái",
  states: {
    uploaded: "Đã tải lên, chờ đọc",
    previewing: "Đang đọc thử",
    previewed: "Chờ xác nhận",
    applying: "Đang ghi",
    applied: "Đã ghi",
    failed: "Không nhập được",
    cancelled: "Đã hủy",
    undone: "Đã hoàn tác",
    waiting: "Đang chờ lượt",
  },
  form: {
    title: "Nhập danh sách hồ sơ",
    lead: "Tệp được đọc thử trước: chưa ghi gì cho đến khi xác nhận ở bước sau.",
    file: "Tệp danh sách hồ sơ (.xlsx, .xls, .csv), hoặc .json của Cổng Dịch vụ công",
    fileHint: (limit: string): string => `Nhiều nhất ${limit}. Dòng tiêu đề có thể nằm dưới các dòng tên bảng.`,
    source: "Nguồn số liệu",
    sourceHint: "Tên phần mềm đã kết xuất tệp. Cùng nguồn và cùng mã là cùng một hồ sơ.",
    asOf: "Thời điểm kết xuất",
    asOfHint: "Số liệu được coi là đúng đến thời điểm này; tệp cũ hơn không ghi đè số liệu mới hơn.",
    submit: "Tải lên và xem trước",
    uploading: (done: string, total: string): string => `Đang tải lên: ${done} trong ${total}`,
    received: "Đã tải lên, đang mở trang xem trước…",
    failed: "Không tải lên được: mất kết nối. Chưa ghi gì; hãy thử lại.",
    unreadable: "Không đọc được tệp trên máy này: tệp đã bị sửa hoặc xóa sau khi chọn. Hãy chọn lại tệp.",
    tooLarge: (limit: string): string => `Tệp lớn hơn ${limit}. Hãy tách thành nhiều tệp theo đơn vị hoặc theo tháng.`,
    columns: "Các cột của danh sách",
    columnsRequired:
      "Bắt buộc: Mã hồ sơ, Đơn vị tiếp nhận, Ngày nhận, Trạng thái, và Mã thủ tục hoặc Tên thủ tục hành chính.",
    columnsOptional:
      "Được dùng khi có: Ngày hẹn trả, Ngày kết thúc xử lý, Ngày trả kết quả, Đơn vị xử lý, Lĩnh vực, Kênh, Người xử lý, Ngày tạm dừng, Ngày tiếp tục, Lý do tạm dừng, Ngày hẹn lại.",
    columnsDropped:
      "Không bao giờ được lưu: họ tên, địa chỉ của người nộp và chủ hồ sơ. Thứ tự cột tùy ý; cột khác được bỏ qua.",
  },
  batch: {
    number: (id: number): string => `Lần nhập ${id}`,
    progress: (done: number, total: number | null): string =>
      done === 0
        ? "Đang mở tệp…"
        : total === null
          ? `Đã đọc ${formatCount(done)} dòng`
          : `Đã đọc ${formatCount(done)} trong ${formatCount(total)} dòng`,
    waiting: "Trang tự cập nhật; có thể đóng trang, việc vẫn tiếp tục.",
    stop: "Dừng và hủy, không ghi gì",
    headings: {
      uploaded: "Tệp đã tải lên, đang chờ đọc",
      previewing: "Đang đọc thử, chưa ghi gì",
      previewed: (inserted: number, updated: number): string =>
        inserted + updated === 0
          ? "Không có gì để ghi"
          : `Sẽ ghi ${formatCount(inserted + updated)} hồ sơ: ${formatCount(inserted)} mới, ${formatCount(updated)} thay đổi`,
      applying: "Đang ghi vào số liệu",
      applied: (inserted: number, updated: number): string =>
        inserted + updated === 0
          ? "Đã đối chiếu, không có gì thay đổi"
          : `Đã ghi ${formatCount(inserted + updated)} hồ sơ: ${formatCount(inserted)} mới, ${formatCount(updated)} thay đổi`,
      failed: "Không nhập được, số liệu không thay đổi",
      cancelled: "Đã hủy, số liệu không thay đổi",
      undone: "Đã hoàn tác, số liệu trở lại như trước lần nhập này",
      waiting: "Đang chờ đến lượt, chưa ghi gì",
    },
    facts: "Tệp này",
    countsCaption: "Số dòng của tệp",
    identity: "Dòng đọc được = mới + thay đổi + không đổi + bị loại",
    confirm: "Xác nhận ghi",
    confirmNone: "Ghi nhận lần nhập",
    again: "Xem trước lại",
    drop: "Bỏ tệp này",
    cancel: "Hủy, không ghi gì",
    decision: "Quyết định",
    dryNote: "Đây là bản xem trước: chưa có gì được ghi.",
    rejectedNote:
      "Dòng bị loại không được ghi; sửa trong phần mềm nguồn rồi nhập lại tệp, các dòng khác không bị ảnh hưởng.",
    toRanking: "Xem bảng xếp hạng",
    back: "Về danh sách các lần nhập",
  },
  undo: {
    title: "Hoàn tác lần nhập này",
    effect: (inserted: number, updated: number): string =>
      `Xóa ${formatCount(inserted)} hồ sơ đã thêm và trả ${formatCount(updated)} hồ sơ đã thay đổi về nội dung trước đó. Số liệu, bảng xếp hạng và ngày số liệu trở lại như trước lần nhập.`,
    submit: "Hoàn tác",
    note: "Chỉ lần nhập gần nhất của mỗi nguồn hoàn tác được. Việc hoàn tác được ghi vào nhật ký.",
  },
  returned: {
    link: "Tải các dòng bị loại để sửa (Excel, đủ cột gốc)",
    notes: {
      list: "Sửa ngay trong tệp này rồi tải lên lại. Tệp chứa nguyên dòng của danh sách, kể cả họ tên, và được giữ 7 ngày.",
      table:
        "Sửa ngay trong tệp này rồi tải lên lại, cùng nguồn: các dòng đã sửa được thêm vào số liệu của kỳ đó, các dòng đã nhận giữ nguyên. Tệp được giữ 7 ngày.",
    },
    fileName: (batchId: number): string => `dong-bi-loai-lan-nhap-${batchId}`,
    sheet: "Dòng bị loại",
    title: (count: number): string => `${formatCount(count)} dòng bị loại, cần sửa và nhập lại`,
    facts: (fileName: string): string => `Từ tệp ${fileName}. Sửa tại chỗ rồi tải lên lại; hai cột cuối được bỏ qua.`,
    tableTitle: (count: number, batchId: number): string =>
      `${formatCount(count)} dòng bị loại ở lần nhập ${batchId}, cần sửa và nhập lại`,
    tableFacts:
      "Sửa tại chỗ rồi tải lên lại, cùng nguồn; hai cột cuối được bỏ qua. Giữ nguyên dòng kỳ và các dòng tiêu đề dưới đây.",
    reportingUnit: (name: string): string => `Đơn vị báo cáo: ${name}`,
    period: (from: CalendarDay, to: CalendarDay): string =>
      `Kỳ của bảng: từ ngày ${formatDay(from)} đến ngày ${formatDay(to)}`,
    row: "Dòng trong tệp gốc",
    why: "Vì sao bị loại",
    reason: (column: string | null, message: string): string => (column === null ? message : `${column}: ${message}`),
  },
  problems: {
    title: (count: number): string => `${formatCount(count)} lỗi trong tệp`,
    first: (shown: number, total: number): string =>
      shown < total ? `${formatCount(shown)} lỗi đầu tiên, theo thứ tự dòng` : "Theo thứ tự dòng",
    row: "Dòng",
    column: "Cột",
    code: "Mã lỗi",
    dossier: "Mã hồ sơ",
    message: "Lỗi và cách sửa",
    download: "Tải tất cả lỗi (CSV)",
    fileName: (batchId: number): string => `loi-lan-nhap-${batchId}.csv`,
    wholeRow: "cả dòng",
  },
} as const;
