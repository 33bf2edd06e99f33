import "server-only";
import type pg from "pg";
import { sumForLedger } from "../ledger/ledger-sums";
import { MOVEMENT_COLUMNS } from "../ledger/movement-columns";
import type { MovementTally, TalliedCell } from "../ledger/movement-tally";
import { noteFirstDays } from "../quality/note-quality-days";
import { copyBinary } from "./copy-binary";
import { CopyRows } from "./copy-rows";
import { zoneClock } from "./zone-clock";

/** Rows of a table as COPY takes them. */
type Encoded = { readonly table: string; readonly columns: readonly string[]; readonly rows: Buffer };

/** The ledger of a province that had none, from the movements of all its dossiers; null when it is too large for that. */
export function encodeLedger(provinceId: number, tally: MovementTally): readonly Encoded[] | null {
  const sums = sumForLedger(tally);
  if (sums === null) return null;
  const { days, months, fieldMonths } = sums;
  return [
    encode("ledger_day", "day", provinceId, days),
    encode("ledger_month", "month", provinceId, months),
    encode("ledger_field_month", "month", provinceId, fieldMonths),
  ];
}

function encode(table: string, dayColumn: string, provinceId: number, cells: readonly TalliedCell[]): Encoded {
  const isByField = table === "ledger_field_month";
  const keys = ["province_id", "unit_id", ...(isByField ? ["field_id"] : []), dayColumn];
  const columns = [...keys, ...MOVEMENT_COLUMNS];
  const rows = new CopyRows(zoneClock("UTC"));
  for (const { unitId, fieldId, dayNumber, counts } of cells) {
    rows.begin(0, columns.length);
    rows.int(provinceId);
    rows.int(unitId);
    if (isByField) rows.int(fieldId);
    rows.dayNumber(dayNumber);
    for (const count of counts) rows.int(count);
    rows.end();
  }
  return { table, columns, rows: rows.take() };
}

/** Writes it, and sees to it that all days of the province are looked at for the quality checks. */
export async function copyLedger(client: pg.Client, provinceId: number, ledger: readonly Encoded[]): Promise<void> {
  for (const { table, columns, rows } of ledger) await copyBinary(client, table, columns, rows);
  await noteFirstDays(client, provinceId);
}
