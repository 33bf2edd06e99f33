import "server-only";
import type pg from "pg";
import { MOVEMENT_COLUMNS } from "../ledger/movement-columns";
import type { MovementTally } from "../ledger/movement-tally";
import { copyBinary } from "./copy-binary";
import { CopyRows } from "./copy-rows";
import { zoneClock } from "./zone-clock";

const COLUMNS = ["province_id", "unit_id", "field_id", "day", ...MOVEMENT_COLUMNS];
const PART_BYTES = 1 << 24;

/** Movements that were counted here, as COPY takes them: parts of some MiB. */
export function encodeTallied(provinceId: number, tally: MovementTally): readonly Buffer[] {
  const rows = new CopyRows(zoneClock("UTC"));
  const parts: Buffer[] = [];
  for (const { unitId, fieldId, dayNumber, counts } of tally) {
    rows.begin(0, COLUMNS.length);
    rows.int(provinceId);
    rows.int(unitId);
    rows.int(fieldId);
    rows.dayNumber(dayNumber);
    for (const count of counts) rows.int(count);
    rows.end();
    if (rows.size >= PART_BYTES) parts.push(Buffer.from(rows.take()));
  }
  return [...parts, rows.take()];
}

/** Adds counted movements to those that `beginMovements` made a table for. */
export async function copyTallied(client: pg.Client, parts: readonly Buffer[]): Promise<void> {
  for (const part of parts) await copyBinary(client, "movement_delta", COLUMNS, part);
}
