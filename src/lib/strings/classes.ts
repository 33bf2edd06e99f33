import { DUE_SOON_WORKING_DAYS, LONG_PAUSE_DAYS, type Measure } from "@/lib/filters";
import type { Channel, DossierClass, DossierStatus } from "@/lib/sla";
import { QUALITY_LIST_NAMES } from "./quality";

/** What a dossier is on a day. */
export const CLASS_NAMES: Readonly<Record<DossierClass, string>> = {
  early: "Trước hạn",
  onTime: "Đúng hạn",
  late: "Trễ hạn",
  undated: "Không có hạn",
  returned: "Trả lại",
  inTime: "Trong hạn",
  paused: "Tạm dừng",
  overdue: "Quá hạn",
  openUndated: "Chưa có hạn",
};

/** The sign that stands beside the word, so that colour never speaks alone. */
export const CLASS_SIGNS: Readonly<Partial<Record<DossierClass, string>>> = { late: "▲", overdue: "●", paused: "‖" };

export const VERDICTS = {
  met: "✓ Đạt",
  missed: "✕ Chưa đạt",
} as const;

/** After a number: "1.157 hồ sơ trễ hạn đã giải quyết". */
export const MEASURE_NAMES: Readonly<Record<Measure, string>> = {
  received: "tiếp nhận trong kỳ",
  receivedDirect: "tiếp nhận trực tiếp",
  receivedOnline: "tiếp nhận trực tuyến",
  receivedPostal: "tiếp nhận qua bưu chính công ích",
  receivedOffline: "tiếp nhận trực tiếp hoặc qua bưu chính",
  carriedOver: "kỳ trước chuyển sang",
  handled: "phải giải quyết",
  resolved: "đã giải quyết",
  early: "giải quyết trước hạn",
  onTime: "giải quyết đúng hạn",
  late: "trễ hạn đã giải quyết",
  resolvedUndated: "đã giải quyết, không có hạn",
  returned: "trả lại hoặc xin rút",
  resolvedDated: "đã giải quyết, có hạn",
  closed: "đã giải quyết, kể cả trả lại hoặc xin rút",
  closedOnTime: "đúng hạn theo Biểu II.06a",
  open: "đang giải quyết",
  inTime: "đang giải quyết trong hạn",
  paused: "đang tạm dừng",
  overdue: "quá hạn đang giải quyết",
  openUndated: "đang giải quyết, chưa có hạn",
  notOverdue: "đang giải quyết, chưa quá hạn",
  due: "đến hạn trong kỳ",
  dueMet: "đến hạn trong kỳ, xong đúng hạn",
  dueMissed: "đến hạn trong kỳ, không xong đúng hạn",
  dueSoon: `đến hạn trong ${DUE_SOON_WORKING_DAYS} ngày làm việc tới`,
  pausedLong: `tạm dừng trên ${LONG_PAUSE_DAYS} ngày`,
  stepped: "đã giải quyết, có ghi tiến trình",
  stepOver: "đã giải quyết, có bước quá hạn của bước",
  overdueTo5: "quá hạn đến 5 ngày làm việc",
  overdueTo15: "quá hạn từ 6 đến 15 ngày làm việc",
  overdueTo30: "quá hạn từ 16 đến 30 ngày làm việc",
  overdueLonger: "quá hạn trên 30 ngày làm việc",
  ...QUALITY_LIST_NAMES,
};

export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  direct: "Trực tiếp",
  online: "Trực tuyến",
  postal: "Bưu chính công ích",
};

export const STATUS_NAMES: Readonly<Record<DossierStatus, string>> = {
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
