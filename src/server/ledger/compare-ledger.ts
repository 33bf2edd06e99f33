import "server-only";
import type pg from "pg";
import { MOVEMENT_COLUMNS, type MovementColumn } from "./movement-columns";
import { movementsOf } from "./movements-of";
import type { CountedRow } from "./stream-dossiers";
import type { Difference, Verification } from "./verify";

type Cells = Map<string, Partial<Record<MovementColumn, number>>>;

const TABLES = [
  { what: "ledgerDay", table: "ledger_day", key: "concat_ws('/', unit_id, day)" },
  { what: "ledgerMonth", table: "ledger_month", key: "concat_ws('/', unit_id, month)" },
  { what: "ledgerFieldMonth", table: "ledger_field_month", key: "concat_ws('/', unit_id, field_id, month)" },
] as const;

function add(cells: Cells, key: string, column: MovementColumn, change: number): void {
  const cell = cells.get(key) ?? {};
  cell[column] = (cell[column] ?? 0) + change;
  cells.set(key, cell);
}

function textOf(cell: Partial<Record<MovementColumn, number>> | undefined): string {
  return MOVEMENT_COLUMNS.map((column) => cell?.[column] ?? 0).join(",");
}

const NOTHING = textOf(undefined);

/** Every cell of the three tables against a recount of the engine's timelines. */
export async function compareLedger(
  client: pg.Client,
  provinceId: number,
  dossiers: readonly CountedRow[],
): Promise<Verification> {
  const recount = { ledgerDay: new Map(), ledgerMonth: new Map(), ledgerFieldMonth: new Map() } satisfies Record<
    string,
    Cells
  >;
  for (const { timeline, channel, unitId, fieldId } of dossiers) {
    if (timeline === null) continue;
    for (const { day, column, change } of movementsOf(timeline, channel)) {
      const month = `${day.slice(0, 7)}-01`;
      add(recount.ledgerDay, `${unitId}/${day}`, column, change);
      add(recount.ledgerMonth, `${unitId}/${month}`, column, change);
      add(recount.ledgerFieldMonth, `${unitId}/${fieldId}/${month}`, column, change);
    }
  }
  let checked = 0;
  const differences: Difference[] = [];
  for (const { what, table, key } of TABLES) {
    const { rows } = await client.query<{ key: string; stored: string }>(
      `SELECT ${key} AS key, concat_ws(',', ${MOVEMENT_COLUMNS.join(", ")}) AS stored FROM ${table} WHERE province_id = $1`,
      [provinceId],
    );
    const stored = new Map(rows.map((row) => [row.key, row.stored]));
    for (const where of new Set([...stored.keys(), ...recount[what].keys()])) {
      const expected = textOf(recount[what].get(where));
      const found = stored.get(where) ?? NOTHING;
      checked += 1;
      if (found !== expected) differences.push({ what, where, stored: found, expected });
    }
  }
  return { checked, differences };
}
