import { LONG_PAUSE_DAYS } from "@/lib/filters";
import { formatCount } from "@/lib/format";
import {
  BULK_DOSSIERS,
  EVENING_HOUR,
  HANDOVER_DAYS,
  type QualityCheck,
  REPEATED_SUPPLEMENTS,
} from "@/lib/quality-checks";

export const QUALITY = {
  unit: "Đơn vị",
  level: "Xem theo",
  received: "Tiếp nhận\ntrong kỳ",
  none: "chưa phát sinh",
  legend: "Cách đọc từng cột",
  check: "Cột",
  meaning: "Đếm những hồ sơ nào",
  innocent: "Vì sao có thể là bình thường",
  empty: "Không có đơn vị nào ở cấp này. Dòng dưới là toàn bộ số liệu của đơn vị đang xem.",
  note: "Dấu hiệu bất thường không phải là bằng chứng sai phạm: chỉ để biết nên hỏi ở đâu trước. Một hồ sơ có thể nằm ở nhiều cột, nên không cộng các cột với nhau. Bấm vào một số để mở đúng những hồ sơ đó.",
  untold: "Dấu — nghĩa là nguồn số liệu không cho biết điều cần kiểm tra, hoặc không có hồ sơ nào trong kỳ.",
  refused:
    "Dòng thiếu ngày nhận, đã xong mà thiếu ngày kết thúc, kết thúc trước ngày nhận, hoặc có ngày sau ngày số liệu bị từ chối ngay khi nhập; xem lỗi ở từng lần nhập.",
  caption: (unit: string, period: string): string => `Dấu hiệu cần kiểm tra của các đơn vị thuộc ${unit}, ${period}`,
} as const;

/** After a number: "12 hồ sơ từng tạm dừng lâu". */
export const QUALITY_LIST_NAMES: Readonly<Record<QualityCheck, string>> = {
  closedWithoutResult: "đã xong mà chưa ghi trả kết quả",
  closedAtDeadline: "kết thúc hàng loạt đúng ngày hẹn trả",
  closedAtEvening: "kết thúc hàng loạt ngoài giờ",
  dueMovedLate: "lùi hẹn khi đã quá hạn",
  longPause: "từng tạm dừng lâu",
  supplementAgain: "yêu cầu bổ sung nhiều lần",
  withdrawnLate: "trả lại, rút khi đã đến hạn",
  outsideDesk: "nhận ngoài Bộ phận Một cửa",
  promiseLonger: "hẹn trả dài hơn thời hạn thủ tục",
  promiseShorter: "hẹn trả ngắn hơn thời hạn thủ tục",
};

/** Heads of the columns, broken where the line may break. */
export const QUALITY_HEADS: Readonly<Record<QualityCheck, string>> = {
  closedWithoutResult: "Chưa trả\nkết quả",
  closedAtDeadline: "Dồn vào\nngày hẹn",
  closedAtEvening: "Dồn\nngoài giờ",
  dueMovedLate: "Lùi hẹn\nsau hạn",
  longPause: "Dừng\nlâu",
  supplementAgain: "Bổ sung\nnhiều lần",
  withdrawnLate: "Rút khi\nđến hạn",
  outsideDesk: "Ngoài\nMột cửa",
  promiseLonger: "Hẹn dài\nhơn quy định",
  promiseShorter: "Hẹn ngắn\nhơn quy định",
};

type Reading = { readonly meaning: string; readonly innocent: string };

/** What each check counts, and why a dossier may be there without anybody's fault. */
export const QUALITY_READINGS: Readonly<Record<QualityCheck, Reading>> = {
  closedWithoutResult: {
    meaning: `Kết thúc trong kỳ, sau ${HANDOVER_DAYS} ngày vẫn không có ngày trả kết quả.`,
    innocent: "Người dân chưa đến lấy, hoặc trả qua bưu chính mà chưa ghi vào phần mềm.",
  },
  closedAtDeadline: {
    meaning: `Một đơn vị kết thúc từ ${BULK_DOSSIERS} hồ sơ trong một ngày, đều đúng ngày hẹn trả của chúng.`,
    innocent: "Thủ tục hẹn trả theo đợt, hoặc ký tập trung một ngày trong tuần.",
  },
  closedAtEvening: {
    meaning: `Một đơn vị kết thúc từ ${BULK_DOSSIERS} hồ sơ sau ${EVENING_HOUR} giờ cùng một ngày.`,
    innocent: "Làm thêm giờ, hoặc phần mềm đồng bộ một lần vào cuối ngày.",
  },
  dueMovedLate: {
    meaning: "Yêu cầu bổ sung, tạm dừng trong kỳ sau khi ngày hẹn đã qua, kèm ngày hẹn mới muộn hơn.",
    innocent: "Yêu cầu có từ trước nhưng nhập muộn; người dân tự đề nghị lùi.",
  },
  longPause: {
    meaning: `Có lần tạm dừng trên ${LONG_PAUSE_DAYS} ngày liền, còn trong kỳ.`,
    innocent: "Chờ người dân nộp bổ sung hoặc thực hiện nghĩa vụ tài chính.",
  },
  supplementAgain: {
    meaning: `Yêu cầu bổ sung từ ${REPEATED_SUPPLEMENTS} lần, lần sau cùng trong kỳ.`,
    innocent: "Người dân bổ sung chưa đủ theo lần yêu cầu trước.",
  },
  withdrawnLate: {
    meaning: "Trả lại hoặc xin rút trong kỳ, đúng hoặc sau ngày hẹn trả.",
    innocent: "Người dân đổi ý, hoặc không bổ sung trong thời hạn được cho.",
  },
  outsideDesk: {
    meaning: "Nhận trong kỳ tại phòng, ban, chi nhánh, dù cùng cấp đó có Bộ phận Một cửa.",
    innocent: "Thủ tục được phép nhận tại cơ quan chuyên môn; đơn vị nhận ghi theo nơi xử lý.",
  },
  promiseLonger: {
    meaning: "Nhận trong kỳ, hẹn trả muộn hơn ngày tính theo thời hạn của thủ tục.",
    innocent: "Thời hạn trong danh mục đã cũ; đã cộng ngày nghỉ riêng hoặc ngày chờ liên thông.",
  },
  promiseShorter: {
    meaning: "Nhận trong kỳ, hẹn trả sớm hơn ngày tính theo thời hạn của thủ tục.",
    innocent: "Đơn vị cam kết rút ngắn thời gian: có thể là điều tốt, nếu giữ được hẹn.",
  },
};

/** "Huyện Tây Sơn: 9 trong 10 dấu hiệu kiểm tra được có hồ sơ cần xem" */
export function qualityFinding(unitName: string, counts: readonly (number | null)[]): string {
  const checked = counts.filter((count) => count !== null);
  if (checked.length === 0) return `${unitName}: chưa có hồ sơ để kiểm tra`;
  const found = checked.filter((count) => count > 0).length;
  if (found === 0)
    return `${unitName}: không có dấu hiệu nào cần xem trong ${formatCount(checked.length)} điều đã kiểm`;
  return `${unitName}: ${formatCount(found)} trong ${formatCount(checked.length)} điều đã kiểm có hồ sơ cần xem`;
}

/** "3 xã chưa phát sinh hồ sơ"; null when every unit received something. */
export function countUntouched(untouched: number, units: number): string | null {
  return untouched === 0 ? null : `${formatCount(untouched)} trong ${formatCount(units)} đơn vị chưa phát sinh hồ sơ`;
}
