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
