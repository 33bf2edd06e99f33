import { formatThreshold } from "@/lib/format";
import type { FormulaId, TargetRule } from "@/lib/sla";

export const COMMON = {
  product: "Đúng Hẹn",
  purpose: "Theo dõi giải quyết hồ sơ thủ tục hành chính đúng hạn",
  skipToContent: "Đến nội dung chính",
  demo: "Dữ liệu minh họa",
  show: "Xem",
  figures: "Bảng số liệu của biểu đồ",
  all: "Tất cả",
  backHome: "Về trang đầu",
  retry: "Thử lại",
  opening: "Đang mở trang, số liệu trước mắt là của trang cũ",
  notFoundTitle: "Không tìm thấy",
  notFoundText: "Nội dung này không có, hoặc tài khoản đang dùng không được xem. Hãy kiểm tra lại địa chỉ.",
  errorTitle: "Trang này gặp lỗi",
  errorText: "Không đọc được số liệu cho trang này. Số liệu đã nhập không thay đổi. Hãy thử lại sau ít phút.",
  errorCode: (code: string): string => `Khi báo lỗi, xin nêu mã: ${code}`,
} as const;

/** The name of a page as tabs and bookmarks show it. */
export function documentTitle(page: string): string {
  return `${page} · ${COMMON.product}`;
}

/** How a formula is chosen from a list. */
export const FORMULA_NAMES: Readonly<Record<FormulaId, string>> = {
  resolved: "Trên số đã giải quyết",
  handled: "Trên số phải giải quyết",
  due: "Trên số đến hạn trong kỳ",
  form06a: "Theo Biểu II.06a",
};

/** The head of the column that a formula fills; it breaks where the line does. */
export const RATE_NAMES: Readonly<Record<FormulaId, string>> = {
  resolved: "Tỷ lệ\nđúng hạn",
  handled: "Tỷ lệ\nkhông chậm",
  due: "Tỷ lệ\nđúng hạn",
  form06a: "Tỷ lệ\nđúng hạn",
};

/** The head of the column beside it: what is missing to 100%. */
export const COMPLEMENT_NAMES: Readonly<Record<FormulaId, string>> = {
  resolved: "Tỷ lệ\ntrễ hạn",
  handled: "Tỷ lệ\nchậm",
  due: "Tỷ lệ\nchậm",
  form06a: "Tỷ lệ\ntrễ hạn",
};

/** What the percentage says, after it: "93,96% đúng hạn". */
export const RATE_CLAIMS: Readonly<Record<FormulaId, string>> = {
  resolved: "đúng hạn",
  handled: "không chậm",
  due: "đúng hạn trong số đến hạn",
  form06a: "đúng hạn theo Biểu II.06a",
};

/** Printed under every table that shows the formula's figure. */
export const FORMULA_TEXTS: Readonly<Record<FormulaId, string>> = {
  resolved: "Tỷ lệ đúng hạn = (trước hạn + đúng hạn) / (trước hạn + đúng hạn + trễ hạn).",
  handled:
    "Tỷ lệ không chậm = (phải giải quyết − trễ hạn − quá hạn) / phải giải quyết; phải giải quyết = kỳ trước chuyển sang + tiếp nhận trong kỳ.",
  due: "Tỷ lệ đúng hạn = đến hạn trong kỳ và xong đúng hạn / đến hạn trong kỳ, kể cả hồ sơ đang giải quyết.",
  form06a: "Tỷ lệ đúng hạn theo Biểu II.06a = (trước hạn + đúng hạn + không có hạn + trả lại) / (số đó + trễ hạn).",
};

/** "mức 95%", or "mức trên 95%" where reaching it is not enough. */
export function targetText(target: TargetRule): string {
  return target.mustExceed ? `mức trên ${formatThreshold(target)}` : `mức ${formatThreshold(target)}`;
}

/** As a choice in a list: "từ 95%", "trên 95%". */
export function targetChoice(target: TargetRule): string {
  return `${target.mustExceed ? "trên" : "từ"} ${formatThreshold(target)}`;
}

/** The first letter as a sentence begins; Vietnamese letters included. */
export function capitalise(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase("vi") + text.slice(1);
}
