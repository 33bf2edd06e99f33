import "server-only";
import type pg from "pg";
import { noteQualityDays } from "../quality/note-quality-days";
import { MOVEMENT_COLUMNS } from "./movement-columns";

const COLUMNS = MOVEMENT_COLUMNS.join(", ");
const SUMS = MOVEMENT_COLUMNS.map((column) => `sum(${column})::int AS ${column}`).join(", ");
const MOVED = MOVEMENT_COLUMNS.map((column) => `sum(${column}) <> 0`).join(" OR ");

function accumulate(table: string, keys: string, dayExpression: string): string {
  const added = MOVEMENT_COLUMNS.map((column) => `${column} = ledger.${column} + excluded.${column}`).join(", ");
  return `INSERT INTO ${table} AS ledger (${keys}, ${COLUMNS})
    SELECT ${keys.replace(/\b(day|month)\b/, `${dayExpression} AS moved_on`)}, ${SUMS} FROM movement_delta
     GROUP BY ${keys.replace(/\b(day|month)\b/, "moved_on")} HAVING ${MOVED}
     ORDER BY moved_on
    ON CONFLICT (${keys}) DO UPDATE SET ${added}`;
}

/** Makes the table into which movements are gathered, for the length of the transaction. */
export async function beginMovements(client: pg.ClientBase): Promise<void> {
  const columns = MOVEMENT_COLUMNS.map((column) => `${column} int NOT NULL`).join(", ");
  await client.query(
    `CREATE TEMP TABLE movement_delta
       (province_id int NOT NULL, unit_id int NOT NULL, field_id int NOT NULL, day date NOT NULL, ${columns}) ON COMMIT DROP`,
  );
}

/**
 * Gathers the movements of the dossiers in the temporary table `change` of the given kinds: with −1 what
 * they said before they change, with +1 what they say after. Read together, as is right for many.
 */
export async function gatherMovements(client: pg.ClientBase, sign: 1 | -1, kinds: readonly string[]): Promise<void> {
  await gather(client, sign, kinds, "JOIN dossier_movement m ON m.province_id = c.province_id AND m.dossier_id = c.id");
}

/** The same of some thousand, each by its own key: without statistics the planner would read all movements for them. */
export async function gatherOfBlock(client: pg.ClientBase, sign: 1 | -1, kinds: readonly string[]): Promise<void> {
  const own = "SELECT * FROM dossier_movement WHERE province_id = c.province_id AND dossier_id = c.id OFFSET 0";
  await gather(client, sign, kinds, `CROSS JOIN LATERAL (${own}) m`);
}

async function gather(client: pg.ClientBase, sign: 1 | -1, kinds: readonly string[], joined: string): Promise<void> {
  const sums = MOVEMENT_COLUMNS.map((column) => `${sign} * sum(m.${column})`).join(", ");
  await client.query(
    `INSERT INTO movement_delta (province_id, unit_id, field_id, day, ${COLUMNS})
     SELECT m.province_id, m.unit_id, m.field_id, m.day, ${sums}
       FROM change c ${joined}
      WHERE c.kind = ANY($1) GROUP BY m.province_id, m.unit_id, m.field_id, m.day`,
    [kinds],
  );
}

/** Ids of dossiers, both ends included. */
export type IdRange = { readonly first: number; readonly last: number };

/**
 * Gathers the movements of a province's dossiers whose ids are in a range: under the import lock, those that
 * one batch inserted. Reads the range instead of joining, which a million rows are grateful for.
 */
export async function gatherInserted(client: pg.ClientBase, provinceId: number, ids: IdRange): Promise<void> {
  // Only a table made by a query may be filled by several processes; such a statement takes no parameters.
  await client.query(
    `CREATE TEMP TABLE inserted_delta ON COMMIT DROP AS
     SELECT m.province_id, m.unit_id, m.field_id, m.day, ${SUMS}
       FROM dossier_movement m
      WHERE m.province_id = ${Number(provinceId)} AND m.dossier_id BETWEEN ${Number(ids.first)} AND ${Number(ids.last)}
      GROUP BY m.province_id, m.unit_id, m.field_id, m.day;
     INSERT INTO movement_delta (province_id, unit_id, field_id, day, ${COLUMNS}) SELECT * FROM inserted_delta;
     DROP TABLE inserted_delta`,
  );
}

/** Adds what was gathered to the ledger: by day, by month, and by field and month; notes the days for the quality checks. */
export async function postMovements(client: pg.ClientBase): Promise<void> {
  const month = "date_trunc('month', day)::date";
  await client.query(accumulate("ledger_day", "province_id, day, unit_id", "day"));
  await client.query(accumulate("ledger_month", "province_id, unit_id, month", month));
  await client.query(accumulate("ledger_field_month", "province_id, unit_id, field_id, month", month));
  await noteQualityDays(client);
}
