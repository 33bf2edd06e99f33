// Excel 97–2003 workbooks, byte by byte: nothing at hand writes them.

export type XlsValue =
  | string
  | number
  | boolean
  | null
  | { readonly date: number }
  | { readonly formula: string | number };

export type XlsSheetSpec = {
  readonly name: string;
  readonly rows: readonly (readonly XlsValue[])[];
  readonly isHidden?: boolean;
  /** Merged cells: first row, last row, first column, last column, all from 0. */
  readonly merged?: readonly (readonly [number, number, number, number])[];
};

export type XlsOptions = {
  readonly from1904?: boolean;
  readonly password?: boolean;
  /** Texts in their cells instead of in the shared table. */
  readonly inlineTexts?: boolean;
  /** Bytes after which a record is cut and continued. */
  readonly pieceBytes?: number;
};

const SECTOR = 512;
const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;
const FAT_SECTOR = 0xfffffffd;
const DATE_STYLE = 1;

function record(kind: number, ...parts: readonly Buffer[]): Buffer {
  const data = Buffer.concat(parts);
  return Buffer.concat([u16(kind, data.length), data]);
}

function u16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value & 0xffff, at * 2);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

function double(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}

const isWide = (text: string): boolean => /[\u0100-\uffff]/.test(text);

function characters(text: string): Buffer {
  return Buffer.concat([Buffer.from([isWide(text) ? 1 : 0]), Buffer.from(text, isWide(text) ? "utf16le" : "latin1")]);
}

const longText = (text: string): Buffer => Buffer.concat([u16(text.length), characters(text)]);

const begin = (kind: number): Buffer => record(0x809, u16(0x0600, kind, 0, 0), u32(0), u32(6));

/** The shared table in pieces; a text that is cut says its width anew. */
function sharedTable(texts: readonly string[], pieceBytes: number): Buffer {
  const pieces: Buffer[] = [];
  let piece = Buffer.concat([u32(texts.length), u32(texts.length)]);
  const close = (): void => {
    pieces.push(record(pieces.length === 0 ? 0xfc : 0x3c, piece));
    piece = Buffer.alloc(0);
  };
  for (const text of texts) {
    const width = isWide(text) ? 2 : 1;
    if (piece.length + 3 + width > pieceBytes) close();
    let rest = text;
    piece = Buffer.concat([piece, u16(text.length), Buffer.from([width - 1])]);
    for (;;) {
      const room = Math.floor((pieceBytes - piece.length) / width);
      piece = Buffer.concat([piece, Buffer.from(rest.slice(0, room), width === 2 ? "utf16le" : "latin1")]);
      rest = rest.slice(room);
      if (rest === "") break;
      close();
      piece = Buffer.from([width - 1]);
    }
  }
  close();
  return Buffer.concat(pieces);
}

function cell(row: number, column: number, value: XlsValue, texts: Map<string, number> | null): Buffer {
  const place = (style = 0): Buffer => u16(row, column, style);
  if (value === null) return Buffer.alloc(0);
  if (typeof value === "number") return record(0x203, place(), double(value));
  if (typeof value === "boolean") return record(0x205, place(), Buffer.from([value ? 1 : 0, 0]));
  if (typeof value === "string") {
    if (!texts) return record(0x204, place(), longText(value));
    const at = texts.get(value) ?? texts.size;
    texts.set(value, at);
    return record(0xfd, place(), u32(at));
  }
  if ("date" in value) {
    return Number.isInteger(value.date)
      ? record(0x27e, place(DATE_STYLE), u32(((value.date << 2) | 2) >>> 0))
      : record(0x203, place(DATE_STYLE), double(value.date));
  }
  const { formula } = value;
  const tail = Buffer.concat([u16(0), u32(0), u16(0)]);
  if (typeof formula === "number") return record(0x06, place(), double(formula), tail);
  const awaited = Buffer.from([0, 0, 0, 0, 0, 0, 0xff, 0xff]);
  return Buffer.concat([record(0x06, place(), awaited, tail), record(0x207, longText(formula))]);
}

/** A workbook as Excel 97 would save it: shared texts, one date style, the sheets in order. */
export function buildXls(sheets: readonly XlsSheetSpec[], options: XlsOptions = {}): Uint8Array {
  const texts = options.inlineTexts ? null : new Map<string, number>();
  const bodies = sheets.map(({ rows, merged = [] }) =>
    Buffer.concat([
      begin(0x10),
      ...rows.flatMap((values, row) => values.map((value, column) => cell(row, column, value, texts))),
      ...(merged.length > 0 ? [record(0xe5, u16(merged.length, ...merged.flat()))] : []),
      record(0x0a),
    ]),
  );
  const head = [
    begin(0x05),
    ...(options.password ? [record(0x2f, u16(1))] : []),
    record(0x22, u16(options.from1904 ? 1 : 0)),
    record(0x41e, u16(164), longText("dd/mm/yyyy hh:mm")),
    record(0xe0, u16(0, 0), Buffer.alloc(16)),
    record(0xe0, u16(0, 164), Buffer.alloc(16)),
  ];
  const table = texts ? sharedTable([...texts.keys()], options.pieceBytes ?? 8224) : Buffer.alloc(0);
  const nameOf = ({ name, isHidden }: XlsSheetSpec, offset: number): Buffer =>
    record(0x85, u32(offset), Buffer.from([isHidden ? 1 : 0, 0, name.length]), characters(name));
  const tailLength = table.length + record(0x0a).length;
  const headLength = [...head, ...sheets.map((sheet) => nameOf(sheet, 0))].reduce((sum, part) => sum + part.length, 0);
  let offset = headLength + tailLength;
  const names = sheets.map((sheet, at) => {
    const name = nameOf(sheet, offset);
    offset += bodies[at]?.length ?? 0;
    return name;
  });
  return wrapInContainer(Buffer.concat([...head, ...names, table, record(0x0a), ...bodies]));
}

/** A compound file with the stream "Workbook". Small streams have sectors of their own: ours is never small. */
export function wrapInContainer(content: Buffer, name = "Workbook"): Uint8Array {
  const stream = Buffer.concat([content, Buffer.alloc(Math.max(0, 4096 - content.length))]);
  const sectors = Math.ceil(stream.length / SECTOR);
  let fatSectors = 1;
  while (fatSectors * (SECTOR / 4) < sectors + 1 + fatSectors) fatSectors += 1;
  const fat = Array.from({ length: fatSectors * (SECTOR / 4) }, (_, at) => {
    if (at < sectors - 1) return at + 1;
    if (at === sectors - 1 || at === sectors) return END_OF_CHAIN;
    return at <= sectors + fatSectors ? FAT_SECTOR : FREE;
  });
  const header = Buffer.alloc(SECTOR);
  header.write("d0cf11e0a1b11ae1", "hex");
  header.set(u16(0x3e, 3, 0xfffe, 9, 6), 24);
  header.writeUInt32LE(fatSectors, 44);
  header.writeUInt32LE(sectors, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(END_OF_CHAIN, 60);
  header.writeUInt32LE(END_OF_CHAIN, 68);
  for (let at = 0; at < 109; at++) header.writeUInt32LE(at < fatSectors ? sectors + 1 + at : FREE, 76 + at * 4);
  const entry = (title: string, kind: number, start: number, size: number): Buffer => {
    const bytes = Buffer.alloc(128);
    bytes.write(title, "utf16le");
    bytes.writeUInt16LE((title.length + 1) * 2, 64);
    bytes.set([kind, 1], 66);
    for (const at of [68, 72, 76]) bytes.writeUInt32LE(FREE, at);
    if (kind === 5) bytes.writeUInt32LE(1, 76);
    bytes.writeUInt32LE(start >>> 0, 116);
    bytes.writeUInt32LE(size, 120);
    return bytes;
  };
  const directory = Buffer.concat([
    entry("Root Entry", 5, END_OF_CHAIN, 0),
    entry(name, 2, 0, stream.length),
    Buffer.alloc(256),
  ]);
  const padding = Buffer.alloc(sectors * SECTOR - stream.length);
  return Buffer.concat([header, stream, padding, directory, ...fat.map(u32)]);
}
