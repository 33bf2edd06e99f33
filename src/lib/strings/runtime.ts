type Params = Readonly<Record<string, string | number>>;

/** Seconds as the operator reads them: "0,8 giây". */
function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1).replace(".", ",")} giây`;
}

/** What whoever runs `npm start` reads. */
export const RUNTIME = {
  stepBegins: (step: string): string => `… ${step}`,
  stepDone: (step: string, milliseconds: number): string => `✓ ${step} (${seconds(milliseconds)})`,
  stepGenerate: "Sinh mã truy cập cơ sở dữ liệu",
  stepDatabase: "Khởi động PostgreSQL đi kèm",
  stepOwnDatabase: "Kết nối PostgreSQL theo DATABASE_URL",
  stepMigrate: "Cập nhật cấu trúc cơ sở dữ liệu",
  stepDemo: "Nạp dữ liệu nền và dữ liệu minh họa (lần đầu mất khoảng một phút)",
  fileImported: (name: string, done: number, of: number): string => `    ${done}/${of} ${name}`,
  stepReference: "Nạp dữ liệu nền",
  stepBuild: "Dựng giao diện (chỉ khi mã nguồn thay đổi)",
  stepServe: "Khởi động máy chủ web",
  ready: (address: string): string => `Đúng Hẹn đang chạy tại ${address}`,
  demoNotice: (password: string): string => `Dữ liệu minh họa. Tài khoản dùng thử (mật khẩu chung: ${password}):`,
  account: (username: string, displayName: string, unitName: string): string =>
    `  ${username.padEnd(14)}${displayName}, ${unitName}`,
  noAccountHint: "Chưa có dữ liệu minh họa. Tạo quản trị viên đầu tiên: npm run -s dunghen -- user add",
  stopHint: "Nhấn Ctrl-C để dừng.",
  stopping: "Đang dừng…",
  stopped: "Đã dừng.",
} as const;

/** Sentences for the codes of scripts/lib/operator-error.ts. */
export const OPERATOR_ERRORS: Readonly<Record<string, (params: Params) => string>> = {
  portTaken: ({ port }) =>
    `Cổng ${port} đang được chương trình khác sử dụng. Hãy dừng chương trình đó hoặc chọn cổng khác: PORT=3001 npm start`,
  portInvalid: ({ value }) => `PORT="${value}" không phải là số cổng từ 1 đến 65535.`,
  dataFolderLocked: ({ pid }) =>
    `Thư mục dữ liệu đang được một lần chạy khác sử dụng (tiến trình ${pid}). Hãy dừng lần chạy đó trước, ` +
    "hoặc dùng thư mục khác: DUNGHEN_DATA_DIR=<thư mục> npm start",
  dataFolderForbidden: ({ folder }) =>
    `Không ghi được vào thư mục ${folder}. Hãy kiểm tra quyền ghi, hoặc chạy bằng tài khoản đã tạo thư mục đó.`,
  databaseUnreachable: ({ database, detail }) =>
    `Không kết nối được cơ sở dữ liệu ${database}: máy chủ không trả lời (${detail}). ` +
    "Hãy kiểm tra DATABASE_URL và máy chủ PostgreSQL, hoặc bỏ DATABASE_URL để dùng PostgreSQL đi kèm.",
  databaseRefused: ({ database, detail }) =>
    `Máy chủ PostgreSQL từ chối kết nối tới ${database}: ${detail}. ` +
    "Hãy kiểm tra tên cơ sở dữ liệu, tài khoản và mật khẩu trong DATABASE_URL.",
  databaseTooOld: ({ database }) => `PostgreSQL của ${database} quá cũ: cần phiên bản 15 trở lên.`,
  databaseDidNotStart: ({ detail }) => `PostgreSQL đi kèm không khởi động được:\n${detail}`,
  databaseOtherVersion: ({ folder, found, needed }) =>
    `Thư mục ${folder} do PostgreSQL ${found} tạo ra, chương trình này dùng PostgreSQL ${needed}. ` +
    "Hãy xuất dữ liệu bằng phiên bản cũ, hoặc dùng DUNGHEN_DATA_DIR khác.",
  databasePasswordLost: ({ folder, file }) =>
    `Có dữ liệu trong ${folder} nhưng mất tệp mật khẩu ${file}. Hãy khôi phục tệp đó, hoặc dời thư mục dữ liệu đi nơi khác.`,
  platformUnsupported: ({ platform }) =>
    `Không có PostgreSQL đi kèm cho máy này (${platform}). Hãy cài PostgreSQL 15 trở lên và đặt DATABASE_URL.`,
  migrationFailed: ({ detail }) => `Không cập nhật được cấu trúc cơ sở dữ liệu: ${detail}`,
  demoFailed: () => "Không nạp được dữ liệu ban đầu. Xem thông báo ở trên; chạy lại lệnh sẽ làm tiếp.",
  buildFailed: ({ detail }) => `Không dựng được giao diện:\n${detail}`,
  serverFailed: ({ detail }) => `Máy chủ web đã dừng ngoài ý muốn. ${detail}`,
  databaseStopped: () => "PostgreSQL đi kèm đã dừng ngoài ý muốn; xem tệp postgres.log trong thư mục dữ liệu.",
  browserMissing: () =>
    "Không tìm thấy Chromium và không cài tự động được. Hãy cài Chromium hoặc Google Chrome, " +
    "hoặc đặt CHROMIUM_PATH tới tệp chạy của trình duyệt.",
};
