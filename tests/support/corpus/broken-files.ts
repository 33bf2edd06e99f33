import { type CorpusFile, csvFile, csvText, goodRows, HEADERS } from "./corpus-file";

const bytesOf = (text: string) => () => new TextEncoder().encode(text);
const without = (header: string) => csvText(goodRows(2)).replace(header, "Ghi chú");

/** Files that hold no list, or no list that can be understood: nothing of them is written. */
export const BROKEN_FILES: readonly CorpusFile[] = [
  csvFile("no byte", "", { error: "fileEmpty" }),
  csvFile("a BOM alone", "\uFEFF", { error: "fileEmpty" }),
  csvFile("blank rows only", "\r\n,,,\r\n \r\n", { error: "fileEmpty" }),
  {
    name: "PDF named .csv",
    fileName: "danh-sach.csv",
    bytes: bytesOf("%PDF-1.7\n1 0 obj"),
    expected: { error: "fileTypeMismatch", mentions: ["PDF"] },
  },
  {
    name: "PDF named .xlsx",
    fileName: "danh-sach.xlsx",
    bytes: bytesOf("%PDF-1.7\n1 0 obj"),
    expected: { error: "fileTypeMismatch", mentions: ["PDF"] },
  },
  {
    name: "HTML named .xls with one header",
    fileName: "danh-sach.xls",
    bytes: bytesOf("<html><table><tr><td>Mã hồ sơ</td></tr></table></html>"),
    expected: { error: "headerMissing" },
  },
  {
    name: "HTML with a BOM named .csv",
    fileName: "danh-sach.csv",
    bytes: bytesOf("\uFEFF\n<!DOCTYPE html><html></html>"),
    expected: { error: "fileTypeMismatch", mentions: ["trang web"] },
  },
  {
    name: "program named .csv",
    fileName: "danh-sach.csv",
    bytes: () => Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0]),
    expected: { error: "fileTypeMismatch" },
  },
  {
    name: "the first bytes of old Excel",
    fileName: "danh-sach.xls",
    bytes: () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    expected: { error: "fileUnreadable" },
  },
  {
    name: "CSV named .xlsx",
    fileName: "danh-sach.xlsx",
    bytes: bytesOf(csvText(goodRows(1))),
    expected: { error: "fileTypeMismatch", mentions: ["văn bản"] },
  },
  csvFile("no header", "a,b,c\r\n1,2,3\r\n", { error: "headerMissing", mentions: HEADERS.slice(0, 5) }),
  csvFile("JSON", '{"rows":[[[[]]]]}', { error: "headerMissing" }),
  csvFile("no column for the code", without("Mã hồ sơ"), { error: "columnMissing", mentions: ["Mã hồ sơ"] }),
  csvFile("no column for the unit", without("Đơn vị tiếp nhận"), {
    error: "columnMissing",
    mentions: ["Đơn vị tiếp nhận"],
  }),
  csvFile("no column for the received day", without("Ngày nhận"), {
    error: "columnMissing",
    mentions: ["Ngày nhận"],
  }),
  csvFile("no column for the status", without("Trạng thái"), { error: "columnMissing", mentions: ["Trạng thái"] }),
  csvFile("no column for the procedure", without("Mã thủ tục"), {
    error: "columnMissing",
    mentions: ["Mã thủ tục", "Tên thủ tục hành chính"],
  }),
  csvFile("the same header twice", csvText(goodRows(1, { "Số hồ sơ": "H99-1" })), {
    error: "columnDuplicate",
    mentions: ["Mã hồ sơ", "Số hồ sơ"],
  }),
  csvFile("a quote that never closes", `${csvText(goodRows(3))}"H99-4,Xã Hòa Sơn\r\n`, {
    error: "fileUnreadable",
    mentions: ["dòng 5"],
  }),
  csvFile("a quote that swallows the file", () => `${csvText(goodRows(1))}"${csvText(goodRows(5000))}`, {
    error: "fileUnreadable",
    mentions: ["dòng 3"],
  }),
];
