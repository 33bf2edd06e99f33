import "server-only";
import { AppError } from "../../errors";
import { BlockReader } from "./block-reader";
import { RECORD, records } from "./records";

export type XlsSheet = {
  readonly name: string;
  readonly isHidden: boolean;
  /** Where its records begin in the stream. */
  readonly offset: number;
};

export type XlsGlobals = {
  readonly sheets: readonly XlsSheet[];
  readonly strings: readonly string[];
  /** Days to add to a number in a cell of this style: more than 0 for dates counted from 1904. */
  daysToAdd(style: number): number;
};

const BIFF8 = 0x0600;
const WORKSHEET = 0;
const DAYS_FROM_1900_TO_1904 = 1462;
const DATE_FORMATS = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);
/** Quoted text, escaped letters and colours of a number format say nothing of its kind. */
const NOT_FORMAT = /"[^"]*"|\\.|\[[^\]]*\]/g;

/** What holds for the whole workbook. Throws `fileUnreadable`, also for older versions and passwords. */
export function readGlobals(stream: Buffer): XlsGlobals {
  const sheets: XlsSheet[] = [];
  const strings: string[] = [];
  const formats = new Map<number, string>();
  const styles: number[] = [];
  let isFrom1904 = false;
  let isFirst = true;
  let isWhole = false;
  for (const { kind, blocks } of records(stream, 0)) {
    const reader = new BlockReader(blocks);
    if (isFirst && (kind !== RECORD.begin || reader.u16() !== BIFF8)) throw unreadable();
    isFirst = false;
    if (kind === RECORD.password) throw unreadable();
    if (kind === RECORD.end) {
      isWhole = true;
      break;
    }
    if (kind === RECORD.dateMode) isFrom1904 = reader.u16() === 1;
    if (kind === RECORD.format) formats.set(reader.u16(), reader.characters(reader.u16(), reader.u8()));
    if (kind === RECORD.style) {
      reader.u16();
      styles.push(reader.u16());
    }
    if (kind === RECORD.sheet) {
      const offset = reader.u32();
      const isHidden = (reader.u8() & 3) !== 0;
      if (reader.u8() === WORKSHEET) {
        sheets.push({ offset, isHidden, name: reader.characters(reader.u8(), reader.u8()) });
      }
    }
    if (kind === RECORD.sharedStrings) {
      reader.u32();
      const count = reader.u32();
      for (let at = 0; at < count; at++) strings.push(reader.richText());
    }
  }
  if (!isWhole || sheets.length === 0) throw unreadable();
  const isDate = (style: number): boolean => {
    const format = styles[style] ?? 0;
    return DATE_FORMATS.has(format) || /[dmyhs]/i.test((formats.get(format) ?? "").replace(NOT_FORMAT, ""));
  };
  return { sheets, strings, daysToAdd: (style) => (isFrom1904 && isDate(style) ? DAYS_FROM_1900_TO_1904 : 0) };
}

function unreadable(): AppError {
  return new AppError("fileUnreadable");
}
