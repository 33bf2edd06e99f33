import iconv from "iconv-lite";
import { type CorpusFile, goodRows, HEADERS } from "./corpus-file";

const LINES = goodRows(2).map((row) => HEADERS.map((header) => row[header] ?? ""));
const TWO = { inserted: 2 };

const cells = (texts: readonly string[], tag = "td"): string =>
  texts.map((text) => `<${tag}>${text}</${tag}>`).join("");
const row = (texts: readonly string[], tag = "td"): string => `<tr>${cells(texts, tag)}</tr>\r\n`;
const BODY = row(HEADERS, "th") + LINES.map((line) => row(line)).join("");
const page = (table: string, head = '<meta charset="utf-8">'): string =>
  `<!DOCTYPE html>\r\n<html><head>${head}<title>a < b</title><style>td { color: red }</style></head><body>${table}</body></html>`;

function html(
  name: string,
  text: string,
  expected: CorpusFile["expected"],
  encoding = "utf8",
  addBOM = false,
): CorpusFile {
  return {
    name: `html: ${name}`,
    fileName: "danh-sach.xls",
    bytes: () => iconv.encode(text, encoding, { addBOM }),
    expected,
  };
}

/** Two dossiers of one unit, whose cell reaches over both rows. */
function spanned(): string {
  const at = HEADERS.indexOf("Đơn vị tiếp nhận");
  const [first = [], second = []] = LINES;
  const tall = first.map((text, column) => `<td${column === at ? ' rowspan="2"' : ""}>${text}</td>`).join("");
  return `${row(HEADERS)}<tr>${tall}</tr>${row(second.filter((_, column) => column !== at))}`;
}

const [CODE = "", UNIT = "", PROCEDURE = "", STATUS = ""] = HEADERS;
const GROUPED = `<tr><th rowspan=2>${CODE}</th><th rowspan=2>${UNIT}</th><th rowspan=2>${PROCEDURE}</th><th rowspan=2>${STATUS}</th><th colspan=3>Ngày</th></tr>
<tr><th>nhận</th><th>hẹn trả</th><th>kết thúc xử lý</th></tr>`;

/** Web pages under the name .xls, as one-stop software exports them. */
export const WEB_PAGES: readonly CorpusFile[] = [
  html("a page with a table", page(`<table border=1>${BODY}</table>`), TWO),
  html("a BOM and no head", `\uFEFF<table>${BODY}</table>`, TWO),
  html("UTF-16", page(`<table>${BODY}</table>`, ""), TWO, "utf16le", true),
  html(
    "windows-1252 with entities",
    page(
      `<table>${entities(BODY)}</table>`,
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">',
    ),
    TWO,
    "windows1252",
  ),
  html(
    "upper case without closing tags",
    `<HTML><TABLE>${BODY.replaceAll(/<\/t[dhr]>/g, "")
      .toUpperCase()
      .replaceAll("ĐÃ TRẢ KẾT QUẢ", "Đã trả kết quả")}</TABLE></HTML>`,
    TWO,
  ),
  html(
    "titles in a table of their own",
    page(`<table><tr><td colspan=7>UBND TỈNH</td></tr></table><table>${BODY}</table>`),
    TWO,
  ),
  html("a table within a table", page(`<table><tr><td>Danh sách<table>${BODY}</table></td></tr></table>`), TWO),
  html("a header of two rows", page(`<table>${GROUPED}${LINES.map((line) => row(line)).join("")}</table>`), TWO),
  html("a unit over two rows", page(`<table>${spanned()}</table>`), TWO),
  html(
    "a row that is not shown",
    page(`<table>${BODY.replace("<tr><td>", '<tr style="display:none"><td>')}</table>`),
    TWO,
  ),
  html(
    "breaks, fonts and a script",
    page(`<table>${BODY.replaceAll("Xã Hòa", "<font>Xã<br>Hòa</font><script>alert(1)</script>")}</table>`),
    TWO,
  ),
  html(
    "spans of a million",
    page(`<table>${BODY.replace("<td>", '<td colspan="1000000" rowspan="1000000">')}</table>`),
    {
      inserted: 2,
    },
  ),
  html(
    "too many spans",
    page(`<table>${row(HEADERS)}${'<tr><td colspan="16000" rowspan="60">x</td></tr>'.repeat(99)}</table>`),
    {
      error: "fileUnreadable",
    },
  ),
  html(
    "entities that name each other",
    `<!DOCTYPE html [<!ENTITY a "&b;&b;"><!ENTITY b "&a;&a;">]><table>${BODY.replace("Đã trả kết quả", "&a;")}</table>`,
    {
      inserted: 1,
      problems: [[2, "Trạng thái", "unknownStatus"]],
      mentions: ["&a;"],
    },
  ),
  html(
    "a cell of a million letters",
    page(`<table>${row(HEADERS)}<tr><td>${"x".repeat(1_000_000)}</td></tr></table>`),
    {
      error: "fileUnreadable",
    },
  ),
  html("nine thousand tags deep", page(`<table>${BODY}</table>${"<b>".repeat(9000)}`), TWO),
  html("a hundred thousand tags deep", page(`<table>${BODY}</table>${"<b>".repeat(100_000)}`), {
    error: "fileUnreadable",
  }),
  html(
    "a row without closing tags, ten thousand times",
    page(`<table>${BODY}${"<tr><td><font><b><br>".repeat(10_000)}</table>`),
    TWO,
  ),
  html("cut in the middle", page(`<table>${BODY}</table>`).slice(0, -200), { error: "fileUnreadable" }),
  html("no table", page("<p>Phiên làm việc đã hết hạn, hãy đăng nhập lại.</p>"), { error: "fileEmpty" }),
  html("a table of something else", page(`<table>${row(["a", "b"])}</table>`), { error: "headerMissing" }),
];

function entities(text: string): string {
  return text.replaceAll(/\P{ASCII}/gu, (letter) => `&#${letter.codePointAt(0)};`);
}
