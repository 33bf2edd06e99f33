import type { ReportFormat, ReportKind } from "../reports";
import { COMMON } from "./common";

export const REPORTS = {
  takeAway: "Tải bảng này",
  print: "In",
  withOfficers: "Excel kèm cán bộ xử lý",
  unitCode: "Mã đơn vị",
  code: "Mã",
  procedureField: "Lĩnh vực",
  channel: "Kênh",
  status: "Trạng thái trên phần mềm",
  officer: "Cán bộ xử lý",
  complete: "Trọn tháng",
  from: "Từ ngày",
  to: "Đến ngày",
  account: "Nhóm",
  class: "Loại",
  dossiers: "Hồ sơ",
  by: "Người ghép",
  at: "Lúc",
  personal: "Có họ tên cán bộ: dữ liệu cá nhân, lần tải này đã được ghi nhật ký.",
} as const;

export const FORMAT_NAMES: Readonly<Record<ReportFormat, string>> = {
  xlsx: "Excel",
  csv: "CSV",
  unicode: "CSV cho Excel cũ",
};

/** How its file is called. */
const FILE_NAMES: Readonly<Record<ReportKind, string>> = {
  ranking: "xep-hang",
  quality: "chat-luong-so-lieu",
  fields: "bieu-06a",
  trend: "xu-huong",
  dossiers: "ho-so",
  imports: "lan-nhap",
  problems: "loi-lan-nhap",
  changes: "ho-so-thay-doi",
  procedures: "theo-thu-tuc",
  channels: "theo-kenh",
  officers: "theo-can-bo",
  pareto: "don-vi-gay-tre",
  movers: "tot-len-xau-di",
  evidence: "don-vi-tut-lai",
  usage: "it-dung-phan-mem",
  funnel: "so-voi-ngau-nhien",
  months: "don-vi-theo-thang",
  control: "kiem-soat",
  time: "thoi-gian",
  steps: "buoc-xu-ly",
  forecast: "du-bao",
  calendar: "lich-lam-viec",
  balance: "tiep-nhan-va-giai-quyet",
  ages: "qua-han-theo-tuoi",
  recovery: "duong-ve-chi-tieu",
  outlook: "ho-so-hen-tra-trong-thang",
  sources: "nguon-so-lieu",
  counts: "so-dong-lan-nhap",
  mappings: "cach-hieu-tep",
  editions: "phien-ban-lich",
};

export const SHEET_NAMES: Readonly<Record<ReportKind, string>> = {
  ranking: "Xếp hạng",
  quality: "Chất lượng số liệu",
  fields: "Biểu II.06a",
  trend: "Xu hướng",
  dossiers: "Hồ sơ",
  imports: "Các lần nhập",
  problems: "Lỗi của tệp",
  changes: "Hồ sơ thay đổi",
  procedures: "Theo thủ tục",
  channels: "Theo kênh",
  officers: "Theo cán bộ",
  pareto: "Đơn vị gây trễ",
  movers: "Tốt lên và xấu đi",
  evidence: "Đơn vị tụt lại",
  usage: "Ít dùng phần mềm",
  funnel: "So với ngẫu nhiên",
  months: "Đơn vị theo tháng",
  control: "Biểu đồ kiểm soát",
  time: "Thời gian",
  steps: "Bước xử lý",
  forecast: "Dự báo",
  calendar: "Lịch làm việc",
  balance: "Tiếp nhận và giải quyết",
  ages: "Quá hạn theo số ngày",
  recovery: "Đường về chỉ tiêu",
  outlook: "Hẹn trả trong tháng",
  sources: "Nguồn số liệu",
  counts: "Số dòng của tệp",
  mappings: "Cách hiểu tệp",
  editions: "Phiên bản lịch",
};

/** The name without its ending: what, of whom, of when; told by its name alone that the figures are made up. */
export function reportFileName(kind: ReportKind, parts: readonly string[], isDemo: boolean): string {
  return [FILE_NAMES[kind], ...parts, ...(isDemo ? [fileWord(COMMON.demo)] : [])].join("-");
}

/** Letters and digits only, without accents: what every system takes as a name. */
export function fileWord(text: string): string {
  const plain = text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replaceAll("đ", "d");
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
}
