import fc from "fast-check";
import { addDays, type CalendarDay, parseDay } from "@/lib/sla";
import type { ListRow } from "./small-province";
import { PROCEDURES, TWO_DISTRICTS } from "./small-province";

const START = parseDay("2020-01-01");
const DATA_DAYS = 365;
const UNITS = TWO_DISTRICTS.filter((unit) => unit.level !== "province" && unit.level !== "district");
const OPEN = ["Được tiếp nhận", "Đang xử lý"];
const PAUSED = ["Yêu cầu bổ sung giấy tờ", "Yêu cầu thực hiện nghĩa vụ tài chính", "Dừng xử lý"];
const CLOSED = ["Đã xử lý xong", "Đã trả kết quả", "Công dân yêu cầu rút hồ sơ"];
const OUTSIDE = ["Mới đăng ký", "Không được tiếp nhận"];

const offset = (most: number) => fc.integer({ min: 0, max: most });

const shape = fc.record({
  unit: fc.constantFrom(...UNITS),
  procedure: fc.constantFrom(...PROCEDURES),
  channel: fc.constantFrom("Trực tiếp", "Trực tuyến", "Bưu chính công ích"),
  life: fc.constantFrom("open", "paused", "closed", "closed", "closed", "outside"),
  word: offset(2),
  received: offset(DATA_DAYS - 1),
  limit: fc.option(offset(40), { freq: 8, nil: null }),
  work: offset(60),
  pauseAfter: fc.option(offset(30), { freq: 2, nil: null }),
  pauseDays: offset(30),
});

function vietnamese(day: CalendarDay): string {
  return day.split("-").reverse().join("/");
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error("An empty list has no item");
  return item;
}

/** Dossier-list rows of every kind of life, all acceptable to an import as of 31/12/2020. */
export function randomRows(count: number, seed: number): ListRow[] {
  const last = addDays(START, DATA_DAYS);
  const earlier = (a: CalendarDay, b: CalendarDay): CalendarDay => (a < b ? a : b);
  return fc.sample(shape, { numRuns: count, seed }).map((drawn, index) => {
    const received = addDays(START, drawn.received);
    const finished = earlier(addDays(received, drawn.work), last);
    const pauseFrom = earlier(addDays(received, drawn.pauseAfter ?? 0), last);
    const pauseUntil = earlier(addDays(pauseFrom, drawn.pauseDays), last);
    const isClosed = drawn.life === "closed";
    const hasPause = drawn.life === "paused" || drawn.pauseAfter !== null;
    const words = { open: OPEN, paused: PAUSED, closed: CLOSED, outside: OUTSIDE }[drawn.life] ?? OPEN;
    return {
      "Mã hồ sơ": `H99-${String(index).padStart(6, "0")}`,
      "Đơn vị tiếp nhận": drawn.unit.name,
      "Mã thủ tục": drawn.procedure.code,
      "Trạng thái": at(words, drawn.word),
      Kênh: drawn.channel,
      "Ngày nhận": vietnamese(received),
      "Ngày hẹn trả": drawn.limit === null ? "" : vietnamese(addDays(received, drawn.limit)),
      "Ngày kết thúc xử lý": isClosed ? vietnamese(finished) : "",
      "Ngày tạm dừng": hasPause ? vietnamese(pauseFrom) : "",
      "Ngày tiếp tục": hasPause && drawn.life !== "paused" ? vietnamese(pauseUntil) : "",
      "Lý do tạm dừng": hasPause ? at(PAUSED, drawn.word) : "",
    };
  });
}
