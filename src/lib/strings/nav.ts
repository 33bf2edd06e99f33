import { formatDay, formatInstant } from "@/lib/format";
import type { CalendarDay } from "@/lib/sla";

export const NAV = {
  main: "Mục chính",
  path: "Vị trí",
  context: "Phạm vi và nguồn số liệu",
  home: "Tổng quan",
  ranking: "Xếp hạng",
  compare: "So sánh",
  map: "Bản đồ",
  quality: "Chất lượng số liệu",
  unit: "Đơn vị",
  dossiers: "Hồ sơ",
  imports: "Nhập số liệu",
  saved: "Đã lưu",
  calendar: "Lịch làm việc",
  signOut: "Đăng xuất",
  signOutEverywhere: "Đăng xuất mọi nơi",
  changeView: "Đổi kỳ, công thức, chỉ tiêu",
  pages: "Các trang của danh sách",
  previousPage: "Trang trước",
  nextPage: "Trang sau",
  page: (page: number): string => `Trang ${page}`,
  noData: "Chưa nhập số liệu",
} as const;

type Source = { readonly name: string; readonly importedAt: string };

/** "Số liệu đến 31/10/2020, nhập 02/11/2020 08:14, nguồn iGate"; the newest import when there are several sources. */
export function freshness(asOf: CalendarDay | null, sources: readonly Source[], zone: string): string {
  const newest = sources
    .map((source) => source.importedAt)
    .sort()
    .at(-1);
  if (asOf === null || newest === undefined) return NAV.noData;
  const names = sources.map((source) => source.name).join("; ");
  return `Số liệu đến ${formatDay(asOf)}, nhập ${formatInstant(newest, zone)}, nguồn ${names}`;
}
