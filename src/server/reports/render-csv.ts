import "server-only";

const BYTE_ORDER_MARK = "\uFEFF";

/** A cell that a spreadsheet would run as a formula is made text: what it holds came from somebody's file. */
function cellOf(value: string | number): string {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV that Excel opens with its accents: with a byte order mark, lines ended by CR LF. */
export function renderCsv(rows: Iterable<readonly (string | number)[]>): string {
  const lines = Array.from(rows, (row) => `${row.map(cellOf).join(",")}\r\n`);
  return `${BYTE_ORDER_MARK}${lines.join("")}`;
}
