import iconv from "iconv-lite";
import { type CorpusFile, csvFile, csvText, GOOD, goodRows } from "./corpus-file";

const TWO = { inserted: 2 };

function encoded(encoding: string, options: { addBOM: boolean }, text = csvText(goodRows(2))): CorpusFile {
  return {
    name: encoding,
    fileName: "danh-sach.csv",
    bytes: () => iconv.encode(text, encoding, options),
    expected: TWO,
  };
}

/** windows-1258 has the vowels whole and most tones as marks that follow. */
export function toWindows1258(text: string): string {
  const marks = /[\u0300\u0301\u0303\u0309\u0323]/;
  return [...text.normalize("NFC")]
    .map((letter) => {
      const [base = "", ...rest] = [...letter.normalize("NFD")];
      const tones = rest.filter((mark) => marks.test(mark));
      return (base + rest.filter((mark) => !marks.test(mark)).join("")).normalize("NFC") + tones.join("");
    })
    .join("");
}

function dated(name: string, received: string, due = ""): CorpusFile {
  return csvFile(`date: ${name}`, csvText(goodRows(2, { "Ngày nhận": received, "Ngày hẹn trả": due })), TWO);
}

/** Good lists in every spelling that offices send: all rows are taken. */
export const ODD_TEXTS: readonly CorpusFile[] = [
  encoded("utf8", { addBOM: true }),
  encoded("utf16le", { addBOM: true }),
  encoded("utf16be", { addBOM: true }),
  encoded("windows1258", { addBOM: false }, toWindows1258(csvText(goodRows(2)))),
  csvFile("semicolons", csvText(goodRows(2), ";"), TWO),
  csvFile("tabs", csvText(goodRows(2), "\t"), TWO),
  csvFile("LF", csvText(goodRows(2), ",", "\n"), TWO),
  csvFile("CR", csvText(goodRows(2), ",", "\r"), TWO),
  csvFile("NFD", csvText(goodRows(2)).normalize("NFD"), TWO),
  csvFile("no line end at the end", csvText(goodRows(2)).trimEnd(), TWO),
  csvFile("titles above and blank rows below", `"ỦY BAN, NHÂN DÂN"\r\n\r\n${csvText(goodRows(2))},,,\r\n\r\n`, TWO),
  csvFile("UBND prefix", csvText(goodRows(2, { "Đơn vị tiếp nhận": "UBND xã Hoà Sơn" })), TWO),
  csvFile("Ủy ban nhân dân prefix", csvText(goodRows(2, { "Đơn vị tiếp nhận": "Ủy ban nhân dân Xã Hòa Sơn" })), TWO),
  csvFile("unit by code", csvText(goodRows(2, { "Đơn vị tiếp nhận": "A1" })), TWO),
  csvFile("status by number", csvText(goodRows(2, { "Trạng thái": "10" })), TWO),
  csvFile(
    "procedure by name",
    csvText(goodRows(2, { "Mã thủ tục": "", "Tên thủ tục hành chính": "ĐĂNG KÝ KHAI SINH" })),
    TWO,
  ),
  csvFile(
    "a NUL, a bell and a lone quote inside",
    csvText([GOOD, { ...GOOD, "Mã hồ sơ": "H99-2", "Người xử lý": 'A\u0007 "B' }]),
    TWO,
  ),
  csvFile("tabs, backslashes and \\N in a name", csvText(goodRows(2, { "Người xử lý": "\\N\t\\.\n\\x" })), TWO),
  csvFile(
    "formulas and __proto__",
    csvText(goodRows(2, { "Người xử lý": "=1+1", __proto__x: "{}", "Ghi chú": "__proto__" })),
    TWO,
  ),
  dated("ISO", "2020-10-01", "2020-10-06T17:00:00+07:00"),
  dated("yyyyMMddHHmmss", "20201001080000", "20201006"),
  dated("Excel serial", "44105.5", "44110"),
  dated("with seconds", "01/10/2020 08:00:59", "6/10/2020 17:00"),
  dated("a future due day", "01/10/2020", "06/10/2025"),
];
