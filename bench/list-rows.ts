import { addDays, parseDay } from "@/lib/sla";
import { PROCEDURES, type UnitSpec } from "../tests/support/small-province";

const UNITS = 171;
const CHANNELS = ["Trực tiếp", "Trực tuyến", "Bưu chính công ích"];
const START = parseDay("2020-01-01");
const DATA_DAYS = 366;

/** A province of 171 communes, whose names stand in the lists. */
export const COMMUNES: readonly UnitSpec[] = [
  { code: "P", name: "Tỉnh Đo Tốc Độ", level: "province" },
  ...Array.from({ length: UNITS }, (_, index) => ({
    code: `C${index}`,
    name: `Xã Thử Nghiệm Số ${index}`,
    level: "commune" as const,
    parent: "P",
  })),
];

/** The fourteen columns of the lists that are measured. */
export const HEADER = [
  "STT",
  "Đơn vị tiếp nhận",
  "Người tiếp nhận",
  "Tên thủ tục hành chính",
  "Mã hồ sơ",
  "Trạng thái",
  "Ngày nhận",
  "Ngày hẹn trả",
  "Ngày kết thúc xử lý",
  "Mã thủ tục",
  "Kênh",
  "Người xử lý",
  "Ngày tạm dừng",
  "Ngày tiếp tục",
] as const;

function vietnamese(offset: number): string {
  return addDays(START, offset).split("-").reverse().join("/");
}

const DAYS = Array.from({ length: DATA_DAYS + 60 }, (_, offset) => vietnamese(offset));

export type ListNames = {
  readonly units: readonly string[];
  readonly procedures: readonly { readonly code: string; readonly name: string }[];
};

const OWN: ListNames = {
  units: Array.from({ length: UNITS }, (_, index) => `Xã Thử Nghiệm Số ${index}`),
  procedures: PROCEDURES,
};

/** One row in a hundred is open, one in fifty was paused for three days, one in six is late. */
export function listCells(row: number, { units, procedures }: ListNames = OWN): readonly string[] {
  const mixed = Math.imul(row + 1, 2654435761) >>> 0;
  const procedure = procedures[mixed % procedures.length];
  const received = row % (DATA_DAYS - 20);
  const isOpen = mixed % 100 === 0;
  const wasPaused = mixed % 50 === 1;
  const finished = received + 3 + ((mixed >>> 8) % 15);
  const day = (offset: number): string => DAYS[offset] ?? "";
  return [
    String(row + 1),
    units[(mixed >>> 4) % units.length] ?? "",
    "Người Tiếp Nhận",
    procedure?.name ?? "",
    `H99.26-${String(row).padStart(8, "0")}`,
    isOpen ? "Đang xử lý" : "Đã trả kết quả",
    `${day(received)} 08:${String(mixed % 60).padStart(2, "0")}`,
    `${day(received + 15)} 17:00`,
    isOpen ? "" : `${day(finished)} 10:30`,
    procedure?.code ?? "",
    CHANNELS[mixed % CHANNELS.length] ?? "",
    `Cán Bộ Thứ ${mixed % 400}`,
    wasPaused ? day(received) : "",
    wasPaused ? day(received + 3) : "",
  ];
}

const LINES_PER_CHUNK = 5000;

/** The same as CSV, some thousand lines at a time. */
export function* listLines(rows: number, names: ListNames = OWN): Generator<string> {
  yield `\uFEFF${HEADER.join(",")}\r\n`;
  for (let first = 0; first < rows; first += LINES_PER_CHUNK) {
    let chunk = "";
    for (let row = first; row < Math.min(rows, first + LINES_PER_CHUNK); row++)
      chunk += `${listCells(row, names).join(",")}\r\n`;
    yield chunk;
  }
}
