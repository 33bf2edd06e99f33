import "server-only";
import { AppError } from "../../errors";

/** Kinds of BIFF8 records that hold what we read. */
export const RECORD = {
  formula: 0x06,
  end: 0x0a,
  dateMode: 0x22,
  password: 0x2f,
  continued: 0x3c,
  sheet: 0x85,
  numbers: 0xbd,
  richLabel: 0xd6,
  style: 0xe0,
  merged: 0xe5,
  sharedStrings: 0xfc,
  sharedLabel: 0xfd,
  number: 0x203,
  label: 0x204,
  booleanOrError: 0x205,
  formulaText: 0x207,
  shortNumber: 0x27e,
  format: 0x41e,
  begin: 0x809,
} as const;

export type BiffRecord = {
  readonly kind: number;
  /** The record and the pieces that continue it. */
  readonly blocks: readonly [Buffer, ...Buffer[]];
};

const HEAD_BYTES = 4;

/** The records of a workbook stream from a position on. Throws `fileUnreadable` for one that is cut. */
export function* records(stream: Buffer, from: number): Generator<BiffRecord> {
  let at = from;
  let pending: { kind: number; blocks: [Buffer, ...Buffer[]] } | null = null;
  while (at + HEAD_BYTES <= stream.length) {
    const kind = stream.readUInt16LE(at);
    const end = at + HEAD_BYTES + stream.readUInt16LE(at + 2);
    if (end > stream.length) throw new AppError("fileUnreadable");
    const data = stream.subarray(at + HEAD_BYTES, end);
    at = end;
    if (kind === RECORD.continued) {
      pending?.blocks.push(data);
      continue;
    }
    if (pending) yield pending;
    pending = { kind, blocks: [data] };
  }
  if (pending) yield pending;
}
