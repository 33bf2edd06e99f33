import { formatDay, formatMonth } from "@/lib/format";
import type { CalendarDay } from "@/lib/sla";

export const TIME_MACHINE = {
  label: "Xem lại tại cuối tháng",
  yearOf: (day: CalendarDay): string => `${day.slice(0, 4)}:`,
  monthOf: (day: CalendarDay): string => String(Number(day.slice(5, 7))),
  at: (day: CalendarDay): string => `Số liệu đến ${formatDay(day)}`,
  month: (day: CalendarDay): string => formatMonth(day),
  latest: "Về số liệu mới nhất",
  past: (day: CalendarDay): string =>
    `Theo dữ kiện đến ngày ${formatDay(day)}, như hồ sơ ghi hiện nay; số liệu đã công bố khi đó xem ở kỳ chốt số liệu của tháng.`,
} as const;
