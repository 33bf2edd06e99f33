import { type Channel, DOSSIER_STATUSES, type DossierStatus, type PauseReason } from "@/lib/sla";
import type { SeedUnit } from "../reference/read-units";
import type { DayGrid, DayNumber } from "./day-grid";
import type { CodedDossier, Moment } from "./types";

const STATUS_WORDS: Readonly<Record<DossierStatus, string>> = {
  registered: "Mới đăng ký",
  accepted: "Được tiếp nhận",
  refused: "Không được tiếp nhận",
  processing: "Đang xử lý",
  awaitingSupplement: "Yêu cầu bổ sung giấy tờ",
  awaitingPayment: "Yêu cầu thực hiện nghĩa vụ tài chính",
  withdrawn: "Công dân yêu cầu rút hồ sơ",
  stopped: "Dừng xử lý",
  resolved: "Đã xử lý xong",
  handedOver: "Đã trả kết quả",
};

const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  direct: "Trực tiếp",
  online: "Trực tuyến",
  postal: "Bưu chính công ích",
};

type Cell = {
  readonly header: string;
  readonly of: (dossier: CodedDossier, context: CellContext) => string;
};

/** How one province's file writes things. */
export type CellContext = {
  readonly grid: DayGrid;
  readonly nameOf: (unit: SeedUnit) => string;
  readonly statusAsCode: boolean;
};

function dayText(grid: DayGrid, day: DayNumber | null): string {
  if (day === null) return "";
  const [year, month, date] = grid.toText(day).split("-");
  return `${date}/${month}/${year}`;
}

function momentText(grid: DayGrid, moment: Moment | null): string {
  if (moment === null) return "";
  const hour = String(Math.floor(moment.minute / 60)).padStart(2, "0");
  const minute = String(moment.minute % 60).padStart(2, "0");
  return `${dayText(grid, moment.day)} ${hour}:${minute}`;
}

function pauseReason(reason: PauseReason): string {
  return STATUS_WORDS[reason];
}

function statusText(status: DossierStatus, asCode: boolean): string {
  return asCode ? String(DOSSIER_STATUSES.indexOf(status) + 1) : STATUS_WORDS[status];
}

const PLACEHOLDER = "(minh họa)";

/** Every column of a dossier list but the running number, in the order most provinces write them. */
export const DOSSIER_COLUMNS: readonly Cell[] = [
  { header: "Đơn vị tiếp nhận", of: (dossier, { nameOf }) => nameOf(dossier.receivingUnit) },
  { header: "Người tiếp nhận", of: () => `Cán bộ Một cửa ${PLACEHOLDER}` },
  { header: "Tên thủ tục hành chính", of: ({ procedure }) => procedure.name },
  { header: "Mã hồ sơ", of: ({ code }) => code },
  { header: "Trạng thái", of: ({ status }, { statusAsCode }) => statusText(status, statusAsCode) },
  { header: "Địa chỉ", of: () => PLACEHOLDER },
  { header: "Người nộp", of: () => `Người nộp ${PLACEHOLDER}` },
  { header: "Chủ hồ sơ", of: () => `Chủ hồ sơ ${PLACEHOLDER}` },
  { header: "Ngày nộp hồ sơ", of: ({ received }, { grid }) => momentText(grid, received) },
  { header: "Ngày nhận", of: ({ received }, { grid }) => momentText(grid, received) },
  { header: "Ngày hẹn trả", of: ({ due }, { grid }) => momentText(grid, due) },
  { header: "Ngày kết thúc xử lý", of: ({ finished }, { grid }) => momentText(grid, finished) },
  { header: "Lĩnh vực", of: ({ procedure }) => procedure.fieldName },
  { header: "Mã thủ tục", of: ({ procedure }) => procedure.code },
  { header: "Đơn vị xử lý", of: (dossier, { nameOf }) => nameOf(dossier.unit) },
  { header: "Kênh", of: ({ channel }) => CHANNEL_WORDS[channel] },
  { header: "Người xử lý", of: ({ officer }) => officer },
  { header: "Ngày tạm dừng", of: ({ pause }, { grid }) => dayText(grid, pause?.from ?? null) },
  { header: "Ngày tiếp tục", of: ({ pause }, { grid }) => dayText(grid, pause?.until ?? null) },
  { header: "Lý do tạm dừng", of: ({ pause }) => (pause ? pauseReason(pause.reason) : "") },
  { header: "Ngày hẹn lại", of: ({ extendedDue }, { grid }) => dayText(grid, extendedDue) },
  { header: "Ngày trả kết quả", of: ({ handedOver }, { grid }) => dayText(grid, handedOver) },
];

export function cellsOf(dossier: CodedDossier, columns: readonly Cell[], context: CellContext): string[] {
  return columns.map((column) => column.of(dossier, context));
}
