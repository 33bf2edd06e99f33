import "server-only";
import type { ColumnKind } from "../report";

const FORMATS = { count: "#,##0", percent: "0.00%", day: "dd/mm/yyyy", moment: "dd/mm/yyyy hh:mm" } as const;
const FIRST_FORMAT = 164;
const KINDS: readonly ColumnKind[] = ["text", "count", "percent", "day", "moment"];

/** Indexes into the cell formats of `STYLES_XML`. */
export const STYLE = { plain: 0, title: 1, fact: 2, head: 3, groupHead: 4, note: 5 } as const;
const FIRST_CELL = 6;

/** The format of a cell of a table; sums are bold with a rule above. */
export function cellStyle(kind: ColumnKind, isSum: boolean): number {
  return FIRST_CELL + KINDS.indexOf(kind) * 2 + (isSum ? 1 : 0);
}

function format(kind: ColumnKind, isSum: boolean): string {
  const numFmt = kind === "text" ? 0 : FIRST_FORMAT + Object.keys(FORMATS).indexOf(kind);
  // A text stays one when it is edited, whatever it begins with.
  const quote = kind === "text" ? ' quotePrefix="1"' : "";
  const wrap = kind === "text" ? '<alignment vertical="top" wrapText="1"/>' : '<alignment vertical="top"/>';
  return `<xf numFmtId="${numFmt}" fontId="${isSum ? 1 : 0}" fillId="0" borderId="${isSum ? 2 : 1}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"${quote}>${wrap}</xf>`;
}

const FONT = '<name val="Calibri"/><family val="2"/>';
const RULE = '<color rgb="FFB0B8C1"/>';
const HEAD_ALIGNMENT = '<alignment horizontal="center" vertical="center" wrapText="1"/>';

export const STYLES_XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="4">${Object.values(
  FORMATS,
)
  .map((code, index) => `<numFmt numFmtId="${FIRST_FORMAT + index}" formatCode="${code}"/>`)
  .join(
    "",
  )}</numFmts><fonts count="4"><font><sz val="11"/>${FONT}</font><font><b/><sz val="11"/>${FONT}</font><font><b/><sz val="14"/>${FONT}</font><font><i/><sz val="10"/>${FONT}</font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE6EAEF"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="hair">${RULE}</bottom><diagonal/></border><border><left/><right/><top style="thin">${RULE}</top><bottom style="thin">${RULE}</bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${FIRST_CELL + KINDS.length * 2}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="2" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${HEAD_ALIGNMENT}</xf><xf numFmtId="0" fontId="1" fillId="2" borderId="2" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${HEAD_ALIGNMENT}</xf><xf numFmtId="0" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1"/>${KINDS.flatMap(
  (kind) => [format(kind, false), format(kind, true)],
).join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
