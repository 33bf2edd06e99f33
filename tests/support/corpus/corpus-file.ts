import type { ProblemCode } from "@/lib/strings/imports";
import type { ListRow } from "../small-province";

export type ExpectedProblem = readonly [row: number, column: string, code: ProblemCode];

/** A file that somebody may offer, and exactly what must come of it. */
export type CorpusFile = {
  readonly name: string;
  readonly fileName: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  readonly expected:
    | { readonly error: string; readonly mentions?: readonly string[] }
    | {
        readonly inserted: number;
        readonly unchanged?: number;
        readonly problems?: readonly ExpectedProblem[];
        /** What the sentences must tell. */
        readonly mentions?: readonly string[];
      };
};

/** A dossier that every import takes. */
export const GOOD: ListRow = {
  "Mã hồ sơ": "H99-1",
  "Đơn vị tiếp nhận": "Xã Hòa Sơn - Huyện An Bình",
  "Mã thủ tục": "1.000001",
  "Trạng thái": "Đã trả kết quả",
  "Ngày nhận": "01/10/2020 08:00",
  "Ngày hẹn trả": "06/10/2020",
  "Ngày kết thúc xử lý": "05/10/2020",
};

export const HEADERS = Object.keys(GOOD);

/** As many good dossiers as wanted, each with a code of its own. */
export function goodRows(count: number, changes: ListRow = {}): ListRow[] {
  return Array.from({ length: count }, (_, at) => ({ ...GOOD, "Mã hồ sơ": `H99-${at + 1}`, ...changes }));
}

/** Rows as CSV text: the header in line 1, the first dossier in line 2. */
export function csvText(rows: readonly ListRow[], mark = ",", lineEnd = "\r\n"): string {
  const headers = [...new Set([...HEADERS, ...rows.flatMap((row) => Object.keys(row))])];
  const quote = (text: string): string =>
    /["\r\n]/.test(text) || text.includes(mark) ? `"${text.replaceAll('"', '""')}"` : text;
  return [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ""))]
    .map((cells) => `${cells.map(quote).join(mark)}${lineEnd}`)
    .join("");
}

/** A CSV file in UTF-8. */
export function csvFile(name: string, text: string | (() => string), expected: CorpusFile["expected"]): CorpusFile {
  const bytes = () => new TextEncoder().encode(typeof text === "string" ? text : text());
  return { name, fileName: "danh-sach.csv", bytes, expected };
}
