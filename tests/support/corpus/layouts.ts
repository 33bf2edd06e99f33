import { writeXlsx } from "hucre";
import iconv from "iconv-lite";
import { type CorpusFile, csvFile, csvText, GOOD, goodRows, HEADERS } from "./corpus-file";

type Value = string | number | Date | null;
type Sheets = Parameters<typeof writeXlsx>[0]["sheets"];

const LINES = goodRows(3).map((row) => HEADERS.map((header) => row[header] ?? ""));
const [FIRST = []] = LINES;
const blanks = HEADERS.map(() => "");
const line = (texts: readonly string[]): string => `${texts.join(",")}\r\n`;
const list = (...rows: readonly (readonly string[])[]): string => rows.map(line).join("");
const THREE = { inserted: 3 };

function sheets(name: string, all: Sheets, expected: CorpusFile["expected"], options = {}): CorpusFile {
  return { name, fileName: "danh-sach.xlsx", bytes: () => writeXlsx({ sheets: all, ...options }), expected };
}

function sheet(name: string, rows: readonly (readonly Value[])[]): Sheets[number] {
  return { name, rows: rows.map((row) => [...row]) };
}

function renamed(names: Readonly<Record<string, string>>): string {
  return csvText(goodRows(3)).replace(/^[^\r]*/, (header) =>
    header
      .split(",")
      .map((name) => names[name] ?? name)
      .join(","),
  );
}

/** Rows and sheets that surround a list without being dossiers, and headers of every make. */
export const LAYOUTS: readonly CorpusFile[] = [
  csvFile("an STT column", list(["STT", ...HEADERS], ...LINES.map((row, at) => [String(at + 1), ...row])), THREE),
  csvFile("a prepared number without a dossier", list(["STT", ...HEADERS], ["1", ...FIRST], ["2", ...blanks]), {
    inserted: 1,
  }),
  csvFile("a total below", list(HEADERS, ...LINES, ["Tổng cộng", "", "", "", "", "", "3"]), THREE),
  csvFile("a total in the STT column", list(["STT", ...HEADERS], ["1", ...FIRST], ["TỔNG SỐ: 1", ...blanks]), {
    inserted: 1,
  }),
  csvFile("names of groups in the code's column", list(HEADERS, ["I. Khối xã"], FIRST, ["Người lập biểu"]), {
    inserted: 1,
  }),
  csvFile(
    "paused dossiers of a list without a column for the day",
    csvText(goodRows(2, { "Trạng thái": "Chờ bổ sung", "Ngày kết thúc xử lý": "" })),
    { inserted: 2 },
  ),
  csvFile(
    "codes of procedures with the province that keeps them",
    csvText([{ ...GOOD, "Mã thủ tục": "1.000001.000.00.00.H08" }]),
    { inserted: 1 },
  ),
  csvFile(
    "words where there is no day",
    csvText(
      ["-", "Không có", "N/A", "01/01/0001 00:00:00", "01/01/1900"].map((due, at) => ({
        ...GOOD,
        "Mã hồ sơ": `H99-${at}`,
        "Ngày hẹn trả": due,
      })),
    ),
    { inserted: 5 },
  ),
  csvFile(
    "units as addresses shorten them",
    csvText(
      [
        "UBND X. Hòa Sơn - H. An Bình",
        "Huyện An Bình/Xã Hoà Sơn",
        "Bộ phận TN&TKQ xã Hòa Sơn",
        "TX Đông Hà",
        "TT An Khê, H. An Bình, tỉnh Thử Nghiệm",
      ].map((unit, at) => ({ ...GOOD, "Mã hồ sơ": `H99-${at}`, "Đơn vị tiếp nhận": unit })),
    ),
    { inserted: 5 },
  ),
  csvFile("totals of units between", list(HEADERS, FIRST, ["Cộng Xã Hòa Sơn", "1"], ...LINES.slice(1)), THREE),
  csvFile("a dossier whose code begins like a total", csvText([{ ...GOOD, "Mã hồ sơ": "Tổng-1" }]), { inserted: 1 }),
  csvFile(
    "numbers of the columns below the header",
    list(
      HEADERS,
      HEADERS.map((_, at) => `(${at + 1})`),
      ...LINES,
    ),
    THREE,
  ),
  csvFile("the header again on each page", list(HEADERS, FIRST, HEADERS, ...LINES.slice(1)), THREE),
  csvFile(
    "signatures below",
    `${list(HEADERS, ...LINES)}${line([...blanks.slice(1), ""])},,,,,,Người lập biểu\r\n`,
    THREE,
  ),
  csvFile(
    "a header of two rows",
    list(
      ["Mã hồ sơ", "Đơn vị", "", "Mã thủ tục", "Trạng thái", "Ngày", "", ""],
      ["", "tiếp nhận", "xử lý", "", "", "nhận", "hẹn trả", "kết thúc xử lý"],
      ...LINES.map(([code = "", unit = "", ...rest]) => [code, unit, unit, ...rest]),
    ),
    THREE,
  ),
  csvFile(
    "a header of three rows",
    list(
      ["Hồ sơ", "", "", "", "Thời gian", "", ""],
      ["Thông tin chung", "", "", "", "Ngày", "", ""],
      ["Mã hồ sơ", "Đơn vị tiếp nhận", "Mã thủ tục", "Trạng thái", "nhận", "hẹn trả", "kết thúc xử lý"],
      ...LINES,
    ),
    THREE,
  ),
  csvFile(
    "headers of another product",
    renamed({
      "Mã hồ sơ": "Số biên nhận",
      "Ngày nhận": "Ngày nộp hồ sơ thành công",
      "Đơn vị tiếp nhận": "Cơ quan tiếp nhận hồ sơ",
    }),
    {
      error: "columnMissing",
    },
  ),
  csvFile(
    "headers of the portal's records",
    renamed({
      "Mã hồ sơ": "MaHoSo",
      "Mã thủ tục": "MaTTHC",
      "Trạng thái": "TrangThaiHoSo",
      "Ngày nhận": "NgayTiepNhan",
      "Ngày hẹn trả": "NgayHenTra",
      "Ngày kết thúc xử lý": "NgayKetThucXuLy",
      "Đơn vị tiếp nhận": "DonViTiepNhan",
    }),
    THREE,
  ),
  csvFile(
    "headers with notes in brackets",
    renamed({ "Ngày nhận": "Ngày nhận (1)", "Mã hồ sơ": "Mã hồ sơ (*)" }),
    THREE,
  ),
  sheets("a list on the second sheet", [sheet("Bìa", [["Báo cáo"]]), sheet("Danh sách", [HEADERS, ...LINES])], THREE),
  sheets(
    "a hidden sheet before the list",
    [{ ...sheet("Cũ", [HEADERS, ...LINES]), hidden: true }, sheet("Mới", [HEADERS, FIRST])],
    {
      inserted: 1,
    },
  ),
  sheets("two lists: the first is read", [sheet("Tháng 9", [HEADERS, FIRST]), sheet("Tháng 10", [HEADERS, ...LINES])], {
    inserted: 1,
  }),
  sheets("no list on any sheet", [sheet("Bìa", [["Báo cáo"]]), sheet("Phụ lục", [["a", "b", "c"]])], {
    error: "headerMissing",
  }),
  sheets(
    "hidden rows are dossiers too",
    [{ ...sheet("a", [HEADERS, ...LINES]), rowDefs: new Map([[2, { hidden: true }]]) }],
    THREE,
  ),
  sheets(
    "dates from 1904",
    [
      sheet("a", [
        HEADERS,
        FIRST.map((text, at) => (HEADERS[at] === "Ngày nhận" ? new Date("2020-10-01T00:00:00Z") : text)),
      ]),
    ],
    { inserted: 1 },
    { dateSystem: "1904" },
  ),
  {
    name: "tabs named .xls",
    fileName: "danh-sach.xls",
    bytes: () => iconv.encode(csvText(goodRows(3), "\t"), "utf16le", { addBOM: true }),
    expected: THREE,
  },
  {
    name: "xlsx named .xls",
    fileName: "danh-sach.xls",
    bytes: () => writeXlsx({ sheets: [sheet("a", [HEADERS, ...LINES])] }),
    expected: THREE,
  },
  {
    name: "tabs named .tsv",
    fileName: "danh-sach.tsv",
    bytes: () => Buffer.from(csvText(goodRows(3), "\t")),
    expected: THREE,
  },
  legacy("TCVN3", "M· hå s¬,§¬n vÞ tiÕp nhËn,M· thñ tôc,Tr¹ng th¸i,Ngµy nhËn,Ngµy hÑn tr¶,Ngµy kÕt thóc xö lý"),
  legacy(
    "VNI",
    "Maõ hoà sô,Ñôn vò tieáp nhaän,Maõ thuû tuïc,Traïng thaùi,Ngaøy nhaän,Ngaøy heïn traû,Ngaøy keát thuùc xöû lyù",
  ),
];

/** Bytes of an old font, and the same letters in a file that calls itself Unicode. */
function legacy(font: string, header: string): CorpusFile {
  const text = `${header}\r\n${list(...LINES.map((row) => row.map((cell) => cell.replaceAll(/\P{ASCII}/gu, "·"))))}`;
  return {
    name: `an old font, ${font}`,
    fileName: "danh-sach.csv",
    bytes: () => (font === "TCVN3" ? Buffer.from(text, "latin1") : Buffer.from(text)),
    expected: { error: "legacyFont", mentions: [font, "Unicode"] },
  };
}
