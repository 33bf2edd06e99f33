import "server-only";
import type pg from "pg";
import { fromDayNumber } from "@/lib/sla";
import { MOVEMENT_COLUMNS } from "../ledger/movement-columns";
import type { MovementTally } from "../ledger/movement-tally";
import { copyBinary } from "./copy-binary";
import { CopyRows } from "./copy-rows";
import { zoneClock } from "./zone-clock";

const COLUMNS = ["province_id", "unit_id", "field_id", "day", ...MOVEMENT_COLUMNS];
const PART_BYTES = 1 << 24;

/** Adds movements that were counted here to those that `beginMovements` made a table for. */
export async function copyTallied(client: pg.Client, provinceId: number, tally: MovementTally): Promise<void> {
  const rows = new CopyRows(zoneClock("UTC"));
  for (const { unitId, fieldId, dayNumber, counts } of tally) {
    rows.begin(0, COLUMNS.length);
    rows.int(provinceId);
    rows.int(unitId);
    rows.int(fieldId);
    rows.day(fromDayNumber(dayNumber));
    for (const count of counts) rows.int(count);
    rows.end();
    if (rows.size >= PART_BYTES) await copyBinary(client, "movement_delta", COLUMNS, rows.take());
  }
  await copyBinary(client, "movement_delta", COLUMNS, rows.take());
}
