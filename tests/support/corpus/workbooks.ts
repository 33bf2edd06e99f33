import { deflateRawSync, crc32 } from "node:zlib";
import { writeXlsx } from "hucre";
import { type CorpusFile, goodRows, HEADERS } from "./corpus-file";

type Value = string | number | Date | null;

function workbook(rows: readonly (readonly Value[])[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: "Danh sách", rows: rows.map((row) => [...row]) }] });
}

const LINES: readonly (readonly string[])[] = goodRows(3).map((row) => HEADERS.map((header) => row[header] ?? ""));
const [FIRST = []] = LINES;
const changed = (header: string, value: Value): Value[] =>
  FIRST.map((cell, at) => (HEADERS[at] === header ? value : cell));

function xlsx(
  name: string,
  bytes: CorpusFile["bytes"],
  expected: CorpusFile["expected"],
  fileName = "danh-sach.xlsx",
): CorpusFile {
  return { name, fileName, bytes, expected };
}

type Entry = {
  readonly name: string;
  readonly text: string | Uint8Array;
  readonly flags?: number;
  readonly claims?: number;
};

/** A zip of our own, for what no spreadsheet program would write; `claims` is the size it says an entry has. */
export function zip(entries: readonly Entry[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text, flags = 0, claims } of entries) {
    const raw = typeof text === "string" ? Buffer.from(text) : Buffer.from(text);
    const packed = deflateRawSync(raw);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(raw), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claims ?? raw.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("504b0304", "hex"), common, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("504b01021400", "hex"), common, tail, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("504b0506", "hex");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

const WORKBOOK: Entry = { name: "xl/workbook.xml", text: "<workbook/>" };

/** Excel workbooks, sound and otherwise. */
export const WORKBOOKS: readonly CorpusFile[] = [
  xlsx("a sound workbook", () => workbook([HEADERS, ...LINES]), { inserted: 3 }),
  xlsx("titles above", () => workbook([["UBND TỈNH"], [], ["DANH SÁCH"], HEADERS, ...LINES]), { inserted: 3 }),
  xlsx("real date cells", () => workbook([HEADERS, changed("Ngày nhận", new Date("2020-10-01T08:00:00Z"))]), {
    inserted: 1,
  }),
  xlsx("a numeric serial", () => workbook([HEADERS, changed("Ngày nhận", 44105.25)]), { inserted: 1 }),
  xlsx("a numeric code", () => workbook([HEADERS, changed("Mã hồ sơ", 20201001)]), { inserted: 1 }),
  xlsx("a real date in the future", () => workbook([HEADERS, changed("Ngày nhận", new Date("2021-01-01T00:00:00Z"))]), {
    inserted: 0,
    problems: [[2, "Ngày nhận", "futureDate"]],
  }),
  xlsx("serial 60 as a number", () => workbook([HEADERS, changed("Ngày nhận", 60)]), {
    inserted: 0,
    problems: [[2, "Ngày nhận", "badDate"]],
  }),
  xlsx("no rows", () => workbook([]), { error: "fileEmpty" }),
  xlsx("a far cell", () => workbook([HEADERS, FIRST, [...FIRST.slice(1), ...Array<null>(16_000).fill(null), "x"]]), {
    inserted: 1,
    problems: [
      [3, "Trạng thái", "unknownStatus"],
      [3, "Đơn vị tiếp nhận", "unknownUnit"],
      [3, "Mã thủ tục", "unknownProcedure"],
    ],
  }),
  xlsx("xlsx named .csv", () => workbook([HEADERS, ...LINES]), { error: "fileTypeMismatch" }, "danh-sach.csv"),
  xlsx("cut in the middle", async () => (await workbook([HEADERS, ...LINES])).slice(0, 1500), {
    error: "fileUnreadable",
  }),
  xlsx("cut at the end", async () => (await workbook([HEADERS, ...LINES])).slice(0, -10), { error: "fileUnreadable" }),
  xlsx("a zip of anything", () => zip([{ name: "thu.txt", text: "xin chào" }]), { error: "fileUnreadable" }),
  xlsx("a workbook without a sheet", () => zip([WORKBOOK]), { error: "fileUnreadable" }),
  xlsx("a bomb", () => zip([WORKBOOK, { name: "xl/worksheets/sheet1.xml", text: new Uint8Array(30_000_000) }]), {
    error: "fileUnreadable",
  }),
  xlsx(
    "too many entries",
    () => zip([WORKBOOK, ...Array.from({ length: 300 }, (_, at) => ({ name: `x${at}`, text: "" }))]),
    {
      error: "fileUnreadable",
    },
  ),
  xlsx("an entry that leaves its folder", () => zip([WORKBOOK, { name: "../../etc/passwd", text: "x" }]), {
    error: "fileUnreadable",
  }),
  xlsx("the same entry twice", () => zip([WORKBOOK, WORKBOOK]), { error: "fileUnreadable" }),
  xlsx("encrypted", () => zip([{ ...WORKBOOK, flags: 1 }]), { error: "fileUnreadable" }),
  xlsx("a row without a code", () => workbook([HEADERS, changed("Mã hồ sơ", null)]), {
    inserted: 0,
    problems: [[2, "Mã hồ sơ", "missingCode"]],
  }),
];
