import type { Period } from "@/lib/period";
import type { CalendarDay } from "@/lib/sla";

type ImportCounts = {
  readonly rowsRead: number;
  readonly accepted: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
};

/** What the operator reads at the command line. */
export const CLI = {
  usage: (lines: readonly string[]): string => ["Cách dùng:", ...lines.map((line) => `  ${line}`)].join("\n"),
  notPrepared: "Cơ sở dữ liệu chưa được khởi tạo. Hãy chạy `npm start` một lần rồi thử lại.",
  missingOption: (name: string): string => `Thiếu tùy chọn --${name}.`,
  missingArgument: (name: string): string => `Thiếu tham số ${name}.`,
  badDay: (name: string, value: string): string => `--${name}: "${value}" không phải là ngày dạng YYYY-MM-DD.`,
  badPeriod: (value: string): string =>
    `--period: "${value}" không phải là kỳ; ghi dạng 2020-09, 2020-Q3, 2020 hoặc 2020-09-01..2020-09-30.`,
  badChoice: (name: string, value: string, words: readonly string[]): string =>
    `--${name}: "${value}" không hợp lệ; chọn một trong: ${words.join(", ")}.`,
  rankingTitle: (unit: string, { from, to }: Period, asOf: CalendarDay | null): string =>
    `${unit}, từ ${from} đến ${to}${asOf === null ? " (chưa có số liệu)" : `, số liệu đến ngày ${asOf}`}`,
  rankingHeader: ["Hạng", "Mã", "Đơn vị", "Tiếp nhận", "Đúng hạn", "Trễ hạn", "Quá hạn", "Tỷ lệ"],
  rest: "Phần còn lại",
  total: "Tổng",
  dossierTitle: (code: string, unit: string, procedure: string): string => `${code} · ${unit} · ${procedure}`,
  verified: (checked: number, differences: number): string =>
    `Đã đối chiếu ${checked} số; ${differences === 0 ? "không có sai lệch." : `${differences} sai lệch:`}`,
  undone: (batch: number, removed: number, restored: number): string =>
    `Đã hoàn tác lần nhập ${batch}: xóa ${removed} hồ sơ đã thêm, trả lại ${restored} hồ sơ đã thay đổi.`,
  imported: (counts: ImportCounts, dryRun: boolean): string =>
    `${dryRun ? "Xem trước, chưa ghi gì" : "Đã nhập"}: ${counts.rowsRead} dòng đọc được = ${counts.accepted} nhận ` +
    `(${counts.inserted} mới, ${counts.updated} thay đổi) + ${counts.unchanged} không đổi + ${counts.rejected} bị loại.`,
  problem: (row: number, column: string | null, message: string): string =>
    `  Dòng ${row}${column === null ? "" : `, cột "${column}"`}: ${message}`,
  userHeader: ["Tài khoản", "Họ tên", "Vai trò", "Đơn vị", "Khóa từ"],
  userAdded: (name: string): string => `Đã tạo tài khoản ${name}.`,
  userDisabled: (name: string): string => `Đã khóa tài khoản ${name}; các phiên đăng nhập đã bị hủy.`,
  tokenHeader: ["Mã truy cập", "Nguồn", "Phạm vi", "Dùng lần cuối", "Hết hạn", "Thu hồi"],
  tokenAdded: (name: string, unit: string): string =>
    `Đã cấp mã truy cập "${name}" cho phạm vi ${unit}. Mã chỉ hiện một lần, hãy lưu lại ngay:`,
  tokenRevoked: (name: string): string => `Đã thu hồi mã truy cập "${name}".`,
  passwordPrompt: "Mật khẩu: ",
} as const;
