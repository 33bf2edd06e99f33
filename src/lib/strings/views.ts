import { LEVEL_NAMES } from "./ranking";
import { MEASURE_NAMES } from "./classes";
import { capitalise, FORMULA_NAMES, targetText } from "./common";
import { describePeriod, PRESET_NAMES } from "./periods";
import { formatCount } from "@/lib/format";
import { parseDossierFilter, parseView, readTarget } from "@/lib/filters";
import type { Period, PeriodPreset } from "@/lib/period";
import { toSearchParams, type ViewPage } from "@/lib/view-address";

export const VIEWS = {
  title: "Cách xem đã lưu",
  save: "Lưu cách xem này",
  newTitle: "Lưu cách xem",
  intro: "Mở lại một trang với đúng đơn vị, kỳ và bộ lọc đã chọn. Cách xem chỉ mở ra những gì người mở được xem.",
  name: "Tên",
  opens: "Mở ra",
  owner: "Của",
  own: "tôi",
  shared: "tôi, đã chia sẻ",
  starred: "Đã gắn sao",
  allSaved: "Tất cả cách xem đã lưu",
  unit: "Đơn vị",
  ownUnit: "Đơn vị của người mở",
  period: "Kỳ",
  fixedPeriod: (period: string): string => `Cố định: ${period}`,
  pagePeriod: "Kỳ mặc định của trang",
  relative: (preset: string, now: string): string => `${preset}, tính lại mỗi lần mở (nay là ${now})`,
  star: "Gắn sao: hiện ngay ở trang đầu",
  share: "Chia sẻ với các đơn vị bên dưới",
  shareNote:
    "Người nhận chỉ mở được khi được xem đơn vị đã chọn; với “đơn vị của người mở”, mỗi người xem số liệu của mình.",
  submit: "Lưu",
  cancel: "Không lưu",
  delete: "Xóa…",
  deleteForGood: "Xóa hẳn",
  starOf: (name: string): string => `Gắn sao cho ${name}`,
  unstarOf: (name: string): string => `Bỏ sao của ${name}`,
  deleteOf: (name: string): string => `Xóa ${name}`,
  empty: "Chưa lưu cách xem nào. Ở mỗi trang số liệu, chọn “Lưu cách xem này” trong phần đổi kỳ, công thức, chỉ tiêu.",
  note: "★ là dấu riêng của mỗi tài khoản. Kỳ như “Tháng trước” tính theo ngày số liệu mới nhất khi mở.",
} as const;

export const PAGE_NAMES: Readonly<Record<ViewPage, string>> = {
  home: "Tổng quan",
  ranking: "Xếp hạng",
  compare: "So sánh",
  map: "Bản đồ",
  quality: "Chất lượng số liệu",
  overview: "Trang đơn vị",
  procedures: "Đơn vị theo thủ tục",
  channels: "Đơn vị theo kênh",
  officers: "Đơn vị theo cán bộ",
  time: "Thời gian của đơn vị",
  forecast: "Dự báo của đơn vị",
  control: "Biểu đồ kiểm soát",
  dossiers: "Danh sách hồ sơ",
};

/** "3 cách xem đã lưu, 1 đã gắn sao" */
export function viewsFinding(views: number, starred: number): string {
  if (views === 0) return VIEWS.title;
  return `${formatCount(views)} cách xem đã lưu, ${formatCount(starred)} đã gắn sao`;
}

type DescribedView = {
  readonly page: ViewPage;
  readonly unit: { readonly name: string } | null;
  readonly preset: PeriodPreset | null;
  readonly params: URLSearchParams;
};

/** "Xếp hạng · Huyện Tây Sơn · Tháng trước · Xã, phường, thị trấn" */
export function describeView({ page, unit, preset, params }: DescribedView): string {
  const search = toSearchParams(params);
  const { level, formula, from, to } = parseView(search);
  const target = readTarget(search);
  const measure = page === "dossiers" ? parseDossierFilter(search).measure : null;
  const period = preset === null ? fixedPeriodText(from, to) : PRESET_NAMES[preset];
  return [
    PAGE_NAMES[page],
    measure === null ? null : MEASURE_NAMES[measure],
    page === "home" ? null : (unit?.name ?? VIEWS.ownUnit),
    level === null ? null : LEVEL_NAMES[level],
    period,
    formula === "resolved" ? null : FORMULA_NAMES[formula],
    target === null ? null : targetText(target),
  ]
    .filter((part) => part !== null)
    .join(" · ");
}

/** In words; the page's own where it is not told whole. */
export function fixedPeriodText(from: Period["from"] | null, to: Period["to"] | null): string {
  return from === null || to === null ? VIEWS.pagePeriod : capitalise(describePeriod({ from, to }));
}

/** The name that the form proposes. */
export function proposedName(page: ViewPage, unitName: string | null): string {
  return unitName === null || page === "home" ? PAGE_NAMES[page] : `${PAGE_NAMES[page]} ${unitName}`;
}
