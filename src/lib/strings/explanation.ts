import { formatCount, formatDay, formatMoment } from "@/lib/format";
import {
  addDays,
  type CalendarDay,
  type ClockStop,
  type DossierExplanation,
  type DueRule,
  type ExplanationStep,
  type Outcome,
  type PauseEffect,
  type PauseReason,
  type TimeLimit,
  type TimeLimitUnit,
} from "@/lib/sla";

export const EXPLANATION = {
  life: "Diễn biến",
  why: "Vì sao",
  arithmetic: "Cách tính",
  facts: "Hồ sơ",
  origin: "Nguồn số liệu",
  procedure: "Thủ tục",
  field: "Lĩnh vực",
  unit: "Đơn vị xử lý",
  receivingUnit: "Nơi tiếp nhận",
  channel: "Kênh",
  status: "Trạng thái trên hệ thống",
  officer: "Người xử lý",
  handedOver: "Ngày trả kết quả cho công dân",
  extended: "Ngày hẹn lại (không làm thay đổi hạn)",
  source: "Nguồn",
  file: "Tệp",
  batch: (id: number): string => `Lần nhập số ${id}`,
  received: "Ngày tiếp nhận (không tính)",
  limit: "Thời hạn của thủ tục",
  computed: "Hạn tính từ thời hạn",
  provisional: "tạm tính: lịch nghỉ của năm đó chưa ban hành",
  provisionalYear: (year: number): string =>
    `Lịch nghỉ năm ${year} chưa ban hành: số ngày làm việc từ năm đó là tạm tính, chỉ trừ thứ bảy và Chủ nhật.`,
  computedAfterPauses: "Hạn tính lại sau khi trừ tạm dừng",
  promised: "Hẹn trả trên phiếu (căn cứ)",
  ended: "Kết thúc xử lý",
  asOf: "Ngày số liệu",
  passed: "Số ngày làm việc đã qua",
  paused: "− ngày làm việc tạm dừng",
  used: "= số ngày làm việc đã dùng",
  lateWorking: "Chậm, ngày làm việc",
  lateCalendar: "Chậm, ngày lịch",
  skipped: "Số ngày nghỉ không tính",
  calendarVersion: (version: number): string => `Lịch làm việc phiên bản ${version}`,
  engineVersion: (version: number): string => `quy tắc tính phiên bản ${version}`,
  missingYear: (year: number): string =>
    `Chưa có lịch làm việc năm ${year}: kết luận vẫn đúng theo ngày hẹn trả, nhưng không đếm được ngày làm việc.`,
  counted: "ngày làm việc",
  notCounted: "ngày không tính",
  afterDue: "sau hạn",
  ahead: "còn lại đến hạn",
  weekend: (from: CalendarDay, to: CalendarDay): string => (from === to ? "Cuối tuần" : "Thứ bảy, Chủ nhật"),
  weekends: (count: number): string => `Không ghi riêng ${formatCount(count)} ngày cuối tuần.`,
  makeUp: "làm bù",
  whereTimeWent: "Thời gian nằm ở đâu",
  step: "Bước",
  stepDays: "Từ – đến",
  stepDue: "Hạn của bước",
  stepDueOnPhone: "hạn",
  stepUsed: "Ngày làm việc",
  stepOver: "Vượt",
  stepLasts: "nay",
  betweenSteps: "Giữa các bước, không ai giữ",
} as const;

/** Which step took most beyond its time, in one sentence. */
export function responsibleText(holder: string | null, workingDaysOver: number): string {
  return holder === null
    ? "Không bước nào vượt hạn của mình."
    : `Vượt nhiều nhất: ${holder}, ${formatCount(workingDaysOver)} ngày làm việc.`;
}

/** "15 ngày làm việc" */
export function limitText({ amount, unit }: TimeLimit): string {
  return `${formatCount(amount)} ${LIMIT_UNITS[unit]}`;
}

const LIMIT_UNITS: Readonly<Record<TimeLimitUnit, string>> = {
  workingDay: "ngày làm việc",
  workingHour: "giờ làm việc",
  calendarDay: "ngày",
  month: "tháng",
};

const PAUSE_REASONS: Readonly<Record<PauseReason, string>> = {
  awaitingSupplement: "Chờ bổ sung giấy tờ",
  awaitingPayment: "Chờ thực hiện nghĩa vụ tài chính",
  stopped: "Dừng xử lý",
};

const PAUSE_EFFECTS: Readonly<Record<PauseEffect, string>> = {
  stopsClock: "đồng hồ dừng",
  curesNothing: "bắt đầu sau hạn, không làm mất việc quá hạn",
  outsideLife: "nằm ngoài thời gian giải quyết",
};

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  early: "Kết thúc xử lý, trước hạn",
  onTime: "Kết thúc xử lý, đúng hạn",
  late: "Kết thúc xử lý, trễ hạn ▲",
  undated: "Kết thúc xử lý, không có hạn",
  returned: "Trả lại hoặc công dân xin rút",
};

/** One fact of a dossier's life. */
export function stepText(step: ExplanationStep): string {
  switch (step.kind) {
    case "received":
      return "Tiếp nhận";
    case "paused": {
      const until = step.until === null ? "chưa tiếp tục" : `đến ${formatDay(step.until)}`;
      return `${PAUSE_REASONS[step.reason]}, ${until}; ${PAUSE_EFFECTS[step.effect]} ‖`;
    }
    case "due":
      return step.at === null ? "Hẹn trả" : `Hẹn trả lúc ${formatMoment(step.at)}`;
    case "dueAfterPause":
      return "Hạn tính khi hết tạm dừng";
    case "overdue":
      return "Bắt đầu quá hạn ●";
    case "closed":
      return OUTCOMES[step.outcome];
  }
}

/** The pause of a day that does not count, as its reason beside the line. */
export function pauseText(reason: PauseReason): string {
  return PAUSE_REASONS[reason];
}

/** The verdict in one sentence. */
export function verdictText(explanation: DossierExplanation, finishedOn: CalendarDay | null): string {
  const due = formatDay(explanation.dueOn);
  const finished = formatDay(finishedOn);
  const asOf = formatDay(explanation.asOf);
  const by = lateBy(explanation);
  switch (explanation.reason) {
    case "outsideEveryCount":
      return "Không tính vào số liệu: hồ sơ mới đăng ký hoặc không được tiếp nhận.";
    case "notYetReceived":
      return `Đến ${asOf} hồ sơ chưa được tiếp nhận.`;
    case "returned":
      return "Trả lại hoặc công dân xin rút: không tính đúng hạn hay trễ hạn.";
    case "resolvedUndated":
      return `Đã giải quyết ngày ${finished}, không có ngày hẹn trả: không tính đúng hạn hay trễ hạn.`;
    case "finishedBeforeDue":
      return `Trước hạn: kết thúc xử lý ngày ${finished}, hẹn trả ngày ${due}.`;
    case "finishedOnDue":
      return explanation.comparedBy === "moment"
        ? `Đúng hạn: kết thúc xử lý trước giờ hẹn của ngày ${due}.`
        : `Đúng hạn: kết thúc xử lý đúng ngày hẹn trả ${due}.`;
    case "finishedAfterDue":
      return `Trễ hạn${by}: hẹn trả ngày ${due}, kết thúc xử lý ngày ${finished}.`;
    case "clockStopped":
      return `Đang tạm dừng vào ngày ${asOf}: không tính quá hạn.`;
    case "openUndated":
      return `Đang giải quyết vào ngày ${asOf}, chưa có ngày hẹn trả.`;
    case "dueNotPassed":
      return `Đang giải quyết trong hạn: hẹn trả ngày ${due}, số liệu đến ${asOf}.`;
    case "duePassed":
      return `Quá hạn${by}: hẹn trả ngày ${due}, đến ${asOf} chưa xong.`;
  }
}

function lateBy({ calendar, daysLate }: DossierExplanation): string {
  if (calendar !== null && calendar.workingDaysLate !== null) {
    return calendar.workingDaysLate === 0 ? "" : ` ${formatCount(calendar.workingDaysLate)} ngày làm việc`;
  }
  return daysLate === null || daysLate === 0 ? "" : ` ${formatCount(daysLate)} ngày`;
}

/** How a due day was counted. */
export function ruleText(rule: DueRule): string {
  return DUE_RULES[rule];
}

const DUE_RULES: Readonly<Record<DueRule, string>> = {
  workingDays: "đếm từ ngày làm việc kế tiếp, đến hết ngày cuối",
  sameClock: "đếm ngày làm việc, đến cùng giờ tiếp nhận",
  workingClock: "đếm theo giờ làm việc",
  sameDay: "trả trong ngày",
  nextDayAfterCutoff: "tiếp nhận sau 15 giờ: trả trong ngày làm việc kế tiếp",
  workingHours: "đếm giờ làm việc từ lúc tiếp nhận",
  fromClosing: "không rõ giờ tiếp nhận: đếm từ cuối ngày đó",
  calendarDays: "đếm ngày lịch, trúng ngày nghỉ thì lùi sang ngày làm việc",
  months: "đếm tháng, trúng ngày nghỉ thì lùi sang ngày làm việc",
};

/** "03/03/2020–04/03/2020: 2 ngày làm việc"; the last day is the one before the clock ran again. */
export function clockStopText({ from, until, workingDays }: ClockStop): string {
  const span = until === null ? `từ ${formatDay(from)}` : `${formatDay(from)}–${formatDay(addDays(until, -1))}`;
  return `${span}: ${formatCount(workingDays)} ngày làm việc`;
}

type Finding = NonNullable<NonNullable<DossierExplanation["calendar"]>["promiseCheck"]>["finding"];

/** The promise beside what the time limit allows. */
export function findingText(finding: Finding, workingDaysApart: number): string {
  switch (finding) {
    case "asAllowed":
      return "Khớp với thời hạn của thủ tục.";
    case "promisesMore":
      return `Hẹn lâu hơn thời hạn cho phép ${formatCount(workingDaysApart)} ngày làm việc.`;
    case "promisesLess":
      return `Hẹn sớm hơn thời hạn ${formatCount(workingDaysApart)} ngày làm việc; vẫn phải giữ lời hẹn.`;
    case "noPromise":
      return "Phiếu không ghi ngày hẹn trả.";
  }
}
