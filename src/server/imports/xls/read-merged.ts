import "server-only";
import { type MergedCell, MergedCells } from "../merged-cells";
import type { XlsSheet } from "./read-globals";
import { RECORD, records } from "./records";

const COUNT_BYTES = 2;
const RANGE_BYTES = 8;

/** The merged cells of one sheet; those of charts within it are none. Throws `fileUnreadable` for a record that is cut. */
export function readMerged(stream: Buffer, sheet: XlsSheet): readonly MergedCell[] {
  const cells = new MergedCells();
  let depth = 0;
  for (const { kind, blocks } of records(stream, sheet.offset)) {
    if (kind === RECORD.begin) depth += 1;
    if (kind === RECORD.end) depth -= 1;
    if (depth === 0) break;
    if (kind !== RECORD.merged || depth !== 1) continue;
    const [ranges] = blocks;
    for (let at = COUNT_BYTES; at + RANGE_BYTES <= ranges.length; at += RANGE_BYTES) {
      cells.add(ranges.readUInt16LE(at) + 1, ranges.readUInt16LE(at + 2) + 1, ranges.readUInt16LE(at + 4));
    }
  }
  return cells.sorted();
}
