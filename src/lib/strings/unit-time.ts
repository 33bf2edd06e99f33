import { formatCount } from "@/lib/format";
import type { Spread } from "@/lib/insight/spread";
import type { QualityCheck } from "@/lib/quality-checks";
import { shortUnitName } from "./ranking";

export const TIME = {
  parts: "Thời gian đi vào đâu",
  part: "Thời gian",
  dossiers: "Hồ sơ",
  median: "Một nửa\ntrong",
  ninth: "9 phần 10\ntrong",
  sum: "Tổng ngày\nlàm việc",
  share: "Tỷ trọng",
  note: "Hồ sơ đã giải quyết trong kỳ. Ngày làm việc từ sau ngày tiếp nhận đến ngày kết thúc xử lý, theo lịch làm việc của đơn vị xử lý; 0 là xong ngay trong ngày. “Một nửa trong 3” là một nửa số hồ sơ mất nhiều nhất 3 ngày. Các dòng chờ chỉ tính những hồ sơ có chờ, kể cả chờ sau ngày hẹn trả.",
  none: "Không có hồ sơ nào được giải quyết trong kỳ này. Hãy chọn kỳ khác, hoặc nhập số liệu của kỳ.",
  steps: "Theo bước xử lý",
  office: "Nơi xử lý",
  over: "Quá hạn\ncủa bước ▲",
  everywhere: "Mọi nơi",
  mostOffices: (shown: number, all: number): string =>
    `Bảng nêu ${formatCount(shown)} trong ${formatCount(all)} nơi; đủ cả ở tệp tải về.`,
  stepsNote:
    "Chỉ những hồ sơ mà nguồn số liệu có ghi tiến trình. Quá hạn của bước là số hồ sơ có bước ở nơi đó dùng quá thời gian của chính bước; hồ sơ vẫn có thể xong đúng hạn. “Một nửa trong 3” là một nửa số bước mất nhiều nhất 3 ngày làm việc. Hồ sơ qua nhiều nơi được đếm ở từng nơi, dòng cuối đếm một lần. Nơi tốn nhiều ngày làm việc nhất trước.",
  noSteps: "Không nguồn số liệu nào ghi tiến trình của các hồ sơ này, nên chưa chia được theo bước.",
  promise: "Hẹn trả so với thời hạn của thủ tục",
  sign: "Dấu hiệu",
  notTold: "Nguồn số liệu chưa ghi điều cần để kiểm.",
  promiseNote: "Tính theo thời hạn của thủ tục trên hồ sơ nhận trong kỳ; đây là chỗ cần hỏi, chưa phải là sai.",
  allSigns: "Xem mọi dấu hiệu cần kiểm tra",
} as const;

export const TIME_PART_NAMES = {
  total: "Từ tiếp nhận đến khi xong",
  working: "Xử lý",
  awaitingSupplement: "Chờ bổ sung giấy tờ",
  awaitingPayment: "Chờ nộp tiền",
  stopped: "Dừng xử lý",
} as const;

/** What the unit page tells of promises, in this order. */
export const PROMISE_CHECKS = ["promiseLonger", "promiseShorter", "dueMovedLate"] as const satisfies QualityCheck[];

export const PROMISE_NAMES: Readonly<Record<(typeof PROMISE_CHECKS)[number], string>> = {
  promiseLonger: "Hẹn dài hơn thời hạn",
  promiseShorter: "Hẹn ngắn hơn thời hạn",
  dueMovedLate: "Lùi hẹn khi ngày hẹn đã qua",
};

/** "Tây Sơn: một nửa số hồ sơ xong trong ngày, 9 phần 10 xong trong 10 ngày làm việc" */
export function timeFinding(unitName: string, { median, ninth }: Spread): string {
  const name = shortUnitName(unitName);
  if (median === null || ninth === null) return `${name}: không có hồ sơ nào được giải quyết trong kỳ`;
  if (ninth === 0) return `${name}: 9 phần 10 số hồ sơ xong ngay trong ngày`;
  const half = median === 0 ? "ngay trong ngày" : `trong ${formatCount(median)} ngày làm việc`;
  return `${name}: một nửa số hồ sơ xong ${half}, 9 phần 10 xong trong ${formatCount(ninth)} ngày làm việc`;
}

/** "97% số ngày làm việc là xử lý, 3% là chờ bổ sung, chờ nộp tiền hoặc dừng" */
export function partsFinding(working: number, all: number): string {
  if (all === 0) return "Mọi hồ sơ xong ngay trong ngày";
  if (working === all) return "Toàn bộ số ngày làm việc là xử lý, không hồ sơ nào phải chờ";
  return `${dayShare(working, all)} số ngày làm việc là xử lý, ${dayShare(all - working, all)} là chờ bổ sung, chờ nộp tiền hoặc dừng`;
}

/** "278 hồ sơ hẹn trả dài hơn, 0 hồ sơ ngắn hơn thời hạn của thủ tục"; null where no source tells enough. */
export function promiseFinding(longer: number | null, shorter: number | null): string {
  if (longer === null || shorter === null) return TIME.promise;
  if (longer + shorter === 0) return "Mọi hồ sơ hẹn trả đúng bằng thời hạn của thủ tục";
  return `${formatCount(longer)} hồ sơ hẹn trả dài hơn, ${formatCount(shorter)} hồ sơ ngắn hơn thời hạn của thủ tục`;
}

/** Of all working days, in whole percents: 3,1 → "3%", anything smaller than one "<1%". */
export function dayShare(days: number, all: number): string {
  if (days === 0 || all === 0) return "0%";
  const percent = Math.round((100 * days) / all);
  return percent === 0 ? "<1%" : `${formatCount(percent)}%`;
}

/** "Nơi tốn nhiều ngày nhất: Phòng Tài nguyên và Môi trường, 31% số ngày làm việc của các bước" */
export function stepsFinding(office: string, days: number, all: number): string {
  return `Nơi tốn nhiều ngày nhất: ${office}, ${dayShare(days, all)} số ngày làm việc của các bước`;
}

/** "Tính trên 88 trong 19.150 hồ sơ đã giải quyết …" */
export function stepsNote(dossiers: number, resolved: number): string {
  return `Tính trên ${formatCount(dossiers)} trong ${formatCount(resolved)} hồ sơ đã giải quyết trong kỳ. ${TIME.stepsNote}`;
}
