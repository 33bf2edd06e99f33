import type { CalendarDay } from "@/lib/sla";
import { formatCount, formatDay } from "../format";

export const SEARCH = {
  label: "Tìm đơn vị, thủ tục, mã hồ sơ",
  placeholder: "Tìm ( / )",
  title: "Tìm",
  units: "Đơn vị",
  procedures: "Thủ tục",
  dossiers: "Hồ sơ",
  ended: (lastDay: CalendarDay): string => `đến ${formatDay(lastDay)}`,
  hint: "Gõ tên đơn vị hoặc thủ tục, có dấu hay không dấu đều được; hoặc phần đầu của mã hồ sơ, từ 4 ký tự.",
  nothing: (text: string): string =>
    `Không có đơn vị, thủ tục hay hồ sơ nào khớp với “${text}” trong phạm vi được xem. Hãy thử ít chữ hơn, hoặc phần đầu của mã hồ sơ.`,
  found: (count: number, text: string): string => `${formatCount(count)} kết quả cho “${text}”`,
  first: (shown: number): string => `Chỉ hiện ${formatCount(shown)} kết quả đầu. Hãy gõ thêm chữ.`,
} as const;

export const SHORTCUTS = {
  open: "Phím tắt",
  title: "Phím tắt",
  close: "Đóng",
  list: [
    { key: "/", does: "Đến ô tìm kiếm" },
    { key: "g rồi h", does: "Về trang đầu" },
    { key: "g rồi r", does: "Mở bảng xếp hạng" },
    { key: "g rồi d", does: "Mở danh sách hồ sơ" },
    { key: "t", does: "Mở hoặc đóng bảng số liệu của các biểu đồ" },
    { key: "?", does: "Mở bảng phím tắt này" },
    { key: "Esc", does: "Đóng bảng đang mở" },
  ],
  note: "Phím tắt không có tác dụng khi con trỏ đang ở trong ô nhập.",
  enabled: "Dùng phím tắt một phím trên máy này",
} as const;
