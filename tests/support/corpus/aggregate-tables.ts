import { writeXlsx } from "hucre";
import iconv from "iconv-lite";
import type { AggregateCounts } from "@/lib/aggregates/columns";
import type { ProblemCode } from "@/lib/strings/imports";

type Cell = string | number;
type Row = readonly Cell[];

/** Cells between bars; whole numbers are numbers. */
const row = (text: string): Row => text.split("|").map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell));

/** A file with a table of counts that somebody may offer, and exactly what must come of it. */
export type AggregateFile = {
  readonly name: string;
  readonly fileName: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  readonly expected:
    | { readonly error: string }
    | {
        readonly period: readonly [from: string, to: string];
        readonly inserted: number;
        readonly unchanged?: number;
        readonly problems?: readonly (readonly [row: number, code: ProblemCode])[];
        /** Sums that do not add up: their row and cells. */
        readonly broken?: readonly (readonly [row: number, cells: readonly string[]])[];
        /** What is held of xã Hòa Sơn, in part. */
        readonly counts?: AggregateCounts;
      };
};

const SEPTEMBER = ["2020-09-01", "2020-09-30"] as const;
const TITLE: Row = ["BÁO CÁO TÌNH HÌNH TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ THÁNG 9 NĂM 2020"];

const quote = (cell: Cell): string => `"${String(cell).replaceAll('"', '""')}"`;
const csv = (rows: readonly Row[]): Buffer =>
  Buffer.from(`\uFEFF${rows.map((row) => row.map(quote).join(",")).join("\r\n")}\r\n`);

function csvTable(name: string, rows: readonly Row[], expected: AggregateFile["expected"]): AggregateFile {
  return { name, fileName: "tong-hop.csv", bytes: () => csv(rows), expected };
}

/** The family "kỳ": about thirty columns below merged heads of three rows. */
const PERIOD_HEAD: readonly Row[] = [
  row(
    "STT|Đơn vị|Tiếp nhận||||||||Đã giải quyết|||||Đang giải quyết|||||Dừng xử lý|Rút hồ sơ|Không tiếp nhận|Thanh toán|||Chờ tiếp nhận||Kết quả điện tử khác bản giấy|Biên lai đã cấp",
  ),
  row(
    "||Tổng số|Trực tiếp|Trực tuyến|||Phi địa giới|Kỳ trước chuyển qua|BCCI|Tổng số|Đúng và trước hạn|Trễ hạn|||Tổng số|Chưa đến hạn|Quá hạn||||||Tổng|Trực tuyến|Trực tiếp|Đúng hạn|Trễ hạn||",
  ),
  row(
    "||||Toàn trình|Một phần|Khác||||||Tổng số|Có xin lỗi|Không xin lỗi|||Tổng số|Có xin lỗi|Không xin lỗi||||||||||",
  ),
];
const PERIOD_ROWS: readonly Row[] = [
  row("1|Xã Hòa Sơn|100|60|20|5|3|4|10|2|80|74|6|2|4|15|12|3|1|2|3|1|1|9|8|1|7|6|5|4"),
  row("2|Thị trấn An Khê|10|10|0|0|0|0|0|0|10|10|0|0|0|0|0|0|0|0|0|0|0|9|8|1|7|6|5|4"),
];
const HOA_SON: AggregateCounts = {
  receivedTotal: 100,
  receivedOnline: 20,
  receivedOnlinePartial: 5,
  receivedPostal: 2,
  carriedOver: 10,
  earlyOrOnTime: 74,
  late: 6,
  lateWithApology: 2,
  overdue: 3,
  paused: 3,
  withdrawn: 1,
  refused: 1,
};

/** The family "tuần": fewer columns, early and on time apart. */
const WEEK_HEAD: readonly Row[] = [
  row("TT|Tên đơn vị|Tiếp nhận||||Đã xử lý||||Đang xử lý|||Tỷ lệ (%)"),
  row("||Tổng|Trực tiếp|Trực tuyến|Kỳ trước chuyển sang|Tổng|Trước hạn|Đúng hạn|Quá hạn|Tổng|Trong hạn|Quá hạn|"),
];
const WEEK_ROWS: readonly Row[] = [
  row("1|Xã Hòa Sơn|50|30|15|5|40|20|18|2|10|9|1|95"),
  row("2|Phường Một|1.250|1.200|-|50|1250|1250||0|0|0|0|100"),
];
const WEEK = ["2020-09-07", "2020-09-13"] as const;
const WEEK_TITLE: Row = ["Kết quả tuần 37 (từ ngày 07/09/2020 đến ngày 13/09/2020)"];

/** Form II.06a: fields of one unit, numbers below the heads. */
const FORM_HEAD: readonly Row[] = [
  row(
    "STT|Lĩnh vực, công việc giải quyết theo cấp|Số lượng hồ sơ tiếp nhận||||Số lượng hồ sơ đã giải quyết||||Số lượng hồ sơ đang giải quyết||",
  ),
  row("||Tổng số|Trong kỳ||Từ kỳ trước|Tổng số|Trước hạn|Đúng hạn|Quá hạn|Tổng số|Trong hạn|Quá hạn"),
  row("|||Trực tuyến|Trực tiếp, dịch vụ bưu chính||||||||"),
  row("(1)|(2)|(3)=(4)+(5)+(6)|(4)|(5)|(6)|(7)=(8)+(9)+(10)|(8)|(9)|(10)|(11)=(12)+(13)|(12)|(13)"),
];
const FORM_TITLES = (unit: string): readonly Row[] => [
  ["Biểu số II.06a/VPCP/KSTT", "", "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC", "", "", `Đơn vị báo cáo: ${unit}`],
  row("||Kỳ báo cáo: Quý III/2020 (Từ ngày 15/06/2020 đến ngày 14/09/2020)|||Đơn vị nhận báo cáo: UBND tỉnh"),
];
const FORM_PERIOD = ["2020-06-15", "2020-09-14"] as const;
const FIELDS: readonly Row[] = [
  row("1|Hộ tịch|30|10|15|5|25|20|4|1|5|5|0"),
  row("2|Chứng thực|70|10|60|0|70|70|0|0|0|0|0"),
];
const FORM_TOTAL: Row = row("|Tổng số|100|20|75|5|95|90|4|1|5|5|0");

const html = (rows: string): Uint8Array =>
  iconv.encode(`<html><head><meta charset="utf-8"></head><body><table>${rows}</table></body></html>`, "utf8");
const tr = (cells: Row, tag = "td"): string => `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;

/** Tables of counts in the forms that offices send. */
export const AGGREGATE_TABLES: readonly AggregateFile[] = [
  csvTable("kỳ, three rows of heads, a total", [TITLE, ...PERIOD_HEAD, ...PERIOD_ROWS, ["", "TỔNG CỘNG", 110, 70]], {
    period: SEPTEMBER,
    inserted: 2,
    counts: HOA_SON,
  }),
  {
    name: "kỳ as a workbook with merged heads on the second sheet",
    fileName: "tong-hop.xlsx",
    bytes: () =>
      writeXlsx({
        sheets: [
          { name: "Bìa", rows: [["Báo cáo"]] },
          {
            name: "Tháng 9",
            rows: [TITLE, ...PERIOD_HEAD, ...PERIOD_ROWS].map((row) => row.map((cell) => (cell === "" ? null : cell))),
            merges: [
              { startRow: 1, startCol: 2, endRow: 1, endCol: 9 },
              { startRow: 1, startCol: 0, endRow: 3, endCol: 0 },
            ],
          },
        ],
      }),
    expected: { period: SEPTEMBER, inserted: 2, counts: HOA_SON },
  },
  csvTable("tuần, thousands and dashes", [WEEK_TITLE, ...WEEK_HEAD, ...WEEK_ROWS], {
    period: WEEK,
    inserted: 2,
    counts: { receivedTotal: 50, receivedOnline: 15, early: 20, onTime: 18, late: 2, openTotal: 10, overdue: 1 },
  }),
  {
    name: "tuần as a web page named .xls, with spans",
    fileName: "tong-hop.xls",
    bytes: () =>
      html(
        `${tr(WEEK_TITLE)}<tr><th rowspan=2>TT</th><th rowspan=2>Tên đơn vị</th><th colspan=4>Tiếp nhận</th><th colspan=4>Đã xử lý</th><th colspan=3>Đang xử lý</th><th rowspan=2>Tỷ lệ (%)</th></tr>${tr(
          (WEEK_HEAD[1] ?? []).filter((cell) => cell !== ""),
          "th",
        )}${WEEK_ROWS.map((row) => tr(row)).join("")}`,
      ),
    expected: { period: WEEK, inserted: 2, counts: { receivedTotal: 50, onTime: 18, overdue: 1 } },
  },
  csvTable("II.06a by field", [...FORM_TITLES("UBND xã Hòa Sơn"), ...FORM_HEAD, ...FIELDS, FORM_TOTAL], {
    period: FORM_PERIOD,
    inserted: 3,
    counts: { receivedTotal: 100, receivedOnline: 20, receivedDirect: 75, carriedOver: 5, early: 90, late: 1 },
  }),
  csvTable("II.06a by field without its total", [...FORM_TITLES("UBND xã Hòa Sơn"), ...FORM_HEAD, ...FIELDS], {
    error: "aggregateTotalMissing",
  }),
  csvTable("II.06a of a unit nobody knows", [...FORM_TITLES("Xã Lạ"), ...FORM_HEAD, FORM_TOTAL], {
    period: FORM_PERIOD,
    inserted: 0,
    problems: [[7, "unknownUnit"]],
  }),
  csvTable(
    "II.06a by unit",
    [
      ...FORM_TITLES("UBND huyện An Bình"),
      ...FORM_HEAD.map((row) => row.map((cell) => (String(cell).startsWith("Lĩnh vực") ? "Đơn vị" : cell))),
      [1, "Xã Hòa Sơn", ...FORM_TOTAL.slice(2)],
      FORM_TOTAL,
    ],
    { period: FORM_PERIOD, inserted: 1, counts: { resolvedTotal: 95, openTotal: 5 } },
  ),
  csvTable(
    "the older report in one row of heads",
    [
      TITLE,
      row(
        "STT|Cơ quan|Tổng|Tiếp nhận|Kỳ trước chuyển qua|Đã giải quyết|Giải quyết sớm|Giải quyết đúng hạn|Giải quyết trễ hạn|Đang giải quyết|Đang giải quyết chưa đến hạn|Đang giải quyết đã quá hạn|CD rút|Trả lại|Tồn cuối",
      ),
      row("1|Xã Hòa Sơn|50|45|5|40|20|18|2|8|7|1|1|1|8"),
    ],
    {
      period: SEPTEMBER,
      inserted: 1,
      counts: { receivedTotal: 50, receivedInPeriod: 45, resolvedTotal: 40, early: 20, withdrawn: 1, returned: 1 },
    },
  ),
  csvTable(
    "sums that do not add up are taken",
    [
      WEEK_TITLE,
      ...WEEK_HEAD,
      row("1|Xã Hòa Sơn|51|30|15|5|41|20|18|2|10|9|1|95"),
      row("2|Phường Một|50|30|15|5|40|20|18|2|10|9|2|95"),
    ],
    {
      period: WEEK,
      inserted: 2,
      broken: [
        [4, ["C4", "D4", "E4", "F4"]],
        [4, ["G4", "H4", "I4", "J4"]],
        [5, ["K5", "L5", "M5"]],
      ],
      counts: { receivedTotal: 51, resolvedTotal: 41 },
    },
  ),
  csvTable(
    "rows that cannot be taken",
    [
      WEEK_TITLE,
      ...WEEK_HEAD,
      ["I", "CẤP XÃ"],
      ...WEEK_ROWS.slice(0, 1),
      row("2|Xã Lạ|1|1|0|0|1|1|0|0|0|0|0"),
      row("3|Phường Một|x|1|0|0|-5|1|0|0|0|0|0"),
      row("4||1|1|0|0|1|1|0|0|0|0|0"),
      row("5|Xã Ấp Bắc|1|1|0|0|1|1|0|0|0|0|0"),
      row("6|Xã Ấp Bắc - Thị xã Đông Hà|2|2|0|0|2|2|0|0|0|0|0"),
      row("|||||||||Người lập biểu"),
    ],
    {
      period: WEEK,
      inserted: 1,
      problems: [
        [6, "unknownUnit"],
        [7, "badCount"],
        [7, "badCount"],
        [8, "missingUnit"],
        [9, "duplicateUnit"],
        [10, "duplicateUnit"],
      ],
    },
  ),
  csvTable(
    "a total that its rows do not make",
    [WEEK_TITLE, ...WEEK_HEAD, ...WEEK_ROWS, row("|Tổng cộng|1300|1230|15|55|1290|1270|18|2|11|9|1")],
    { period: WEEK, inserted: 2, broken: [[6, ["K6", "K4", "K5"]]] },
  ),
  csvTable(
    "totals above their rows, and a running one",
    [
      WEEK_TITLE,
      ...WEEK_HEAD,
      row("|Tổng số|1300|1230|15|55|1290|1270|18|2|10|9|1"),
      ...WEEK_ROWS,
      row("|Lũy kế từ đầu năm|9000|9000|0|0|9000|9000|0|0|0|0|0"),
    ],
    { period: WEEK, inserted: 2 },
  ),
  csvTable(
    "a district that its communes do not make",
    [
      WEEK_TITLE,
      ...WEEK_HEAD,
      row("1|Huyện An Bình|60|39|16|5|50|30|18|2|10|9|1"),
      ...WEEK_ROWS.slice(0, 1),
      row("2|Thị trấn An Khê|10|10|0|0|10|10|0|0|0|0|0"),
      row("|Tổng cộng|60|39|16|5|50|30|18|2|10|9|1"),
    ],
    {
      period: WEEK,
      inserted: 3,
      broken: [
        [4, ["D4", "D5", "D6"]],
        [4, ["E4", "E5", "E6"]],
      ],
    },
  ),
  csvTable(
    "a district's own desk beside its communes",
    [WEEK_TITLE, ...WEEK_HEAD, row("1|Huyện An Bình|7|7|0|0|7|7|0|0|0|0|0"), ...WEEK_ROWS.slice(0, 1)],
    { period: WEEK, inserted: 2 },
  ),
  csvTable(
    "II.06a whose fields do not make the total",
    [
      ...FORM_TITLES("UBND xã Hòa Sơn"),
      ...FORM_HEAD,
      ...FIELDS.slice(0, 1),
      row("2|Chứng thực|69|9|60|0|69|69|0|0|0|0|0"),
      FORM_TOTAL,
    ],
    {
      period: FORM_PERIOD,
      inserted: 3,
      broken: [
        [9, ["C9", "C7", "C8"]],
        [9, ["D9", "D7", "D8"]],
        [9, ["G9", "G7", "G8"]],
        [9, ["H9", "H7", "H8"]],
      ],
    },
  ),
  csvTable("a row told twice alike", [WEEK_TITLE, ...WEEK_HEAD, ...WEEK_ROWS, ...WEEK_ROWS.slice(0, 1)], {
    period: WEEK,
    inserted: 2,
    unchanged: 1,
  }),
  csvTable("no period anywhere", [...WEEK_HEAD, ...WEEK_ROWS], { error: "aggregatePeriodMissing" }),
  csvTable("a period that has not begun", [["Từ ngày 01/01/2021 đến ngày 31/01/2021"], ...WEEK_HEAD, ...WEEK_ROWS], {
    error: "aggregatePeriodAhead",
  }),
  csvTable(
    "no column of late dossiers",
    [WEEK_TITLE, ...[...WEEK_HEAD, ...WEEK_ROWS].map((row) => row.filter((_, at) => at !== 9))],
    { error: "aggregateColumnMissing" },
  ),
  csvTable(
    "two columns of one meaning",
    [
      WEEK_TITLE,
      [...(WEEK_HEAD[0] ?? []).slice(0, 13), "Đã xử lý"],
      [...(WEEK_HEAD[1] ?? []).slice(0, 13), "Quá hạn"],
      ...WEEK_ROWS,
    ],
    { error: "aggregateColumnTwice" },
  ),
  csvTable(
    "a table of something else",
    [
      ["STT", "Đơn vị", "Số phiếu", "Điểm"],
      [1, "Xã Hòa Sơn", 10, 17],
    ],
    {
      error: "headerMissing",
    },
  ),
];
