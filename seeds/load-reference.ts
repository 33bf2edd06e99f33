import type { ClientBase } from "pg";
import { identityOf, insertSuccessions, insertUnits, type UnitIds } from "./reference/insert-units";
import {
  CALENDAR_FIRST_YEAR,
  CALENDAR_LAST_YEAR,
  readCalendarDays,
  type SeedCalendarDay,
} from "./reference/read-calendar-days";
import { readProcedures, type SeedProcedure } from "./reference/read-procedures";
import { PROVINCE_KEYS, type ProvinceKey, readUnits, type SeedUnit } from "./reference/read-units";
import { targetsFor } from "./reference/targets";

/** Provinces that were new to the database. */
export type LoadedReference = { readonly loaded: readonly ProvinceKey[] };

/**
 * Writes provinces with units, successions, fields, procedures, calendar and targets, each province in one
 * transaction. A province that exists is left as it is.
 */
export async function loadReference(client: ClientBase): Promise<LoadedReference> {
  const units = readUnits();
  const loaded: ProvinceKey[] = [];
  for (const key of PROVINCE_KEYS) {
    await client.query("BEGIN");
    try {
      if (
        await loadProvince(
          client,
          key,
          units.filter((unit) => unit.provinceKey === key),
        )
      )
        loaded.push(key);
      await client.query("COMMIT");
    } catch (error) {
      await client.query("ROLLBACK");
      throw error;
    }
  }
  return { loaded };
}

async function loadProvince(client: ClientBase, key: ProvinceKey, units: readonly SeedUnit[]): Promise<boolean> {
  const root = units.find((unit) => unit.parentCode === null);
  if (!root) throw new Error(`no root unit for ${key}`);
  const inserted = await client.query<{ id: number }>(
    "INSERT INTO province (key, name) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING RETURNING id",
    [key, root.name],
  );
  const provinceId = inserted.rows[0]?.id;
  if (provinceId === undefined) return false;
  const ids = await insertUnits(client, provinceId, units);
  await insertSuccessions(client, provinceId, key, ids);
  await insertProcedures(client, provinceId, readProcedures());
  await insertCalendar(client, provinceId, readCalendarDays());
  await insertTargets(client, provinceId, key, ids);
  return true;
}

async function insertProcedures(
  client: ClientBase,
  provinceId: number,
  procedures: readonly SeedProcedure[],
): Promise<void> {
  const rows = procedures.map(({ code, name, fieldCode, fieldName, limit, basis }) => ({
    code,
    name,
    field_code: fieldCode,
    field_name: fieldName,
    amount: limit.amount,
    unit: limit.unit,
    basis,
  }));
  await client.query(
    `WITH listed AS (
       SELECT * FROM json_to_recordset($2) AS p (code text, name text, field_code text, field_name text,
              amount int, unit time_limit_unit, basis text)
     ), new_field AS (
       INSERT INTO field (province_id, code, name)
       SELECT DISTINCT $1::int, field_code, field_name FROM listed
       RETURNING id, code
     ), new_procedure AS (
       INSERT INTO procedure (province_id, code, name, field_id)
       SELECT $1, listed.code, listed.name, new_field.id FROM listed JOIN new_field ON new_field.code = listed.field_code
       RETURNING id, code
     )
     INSERT INTO procedure_time_limit (procedure_id, amount, unit, basis)
     SELECT new_procedure.id, listed.amount, listed.unit, listed.basis FROM listed JOIN new_procedure USING (code)`,
    [provinceId, JSON.stringify(rows)],
  );
}

async function insertCalendar(client: ClientBase, provinceId: number, days: readonly SeedCalendarDay[]): Promise<void> {
  await client.query(
    `WITH edition AS (
       INSERT INTO calendar_version (province_id, version, first_year, last_year) VALUES ($1, 1, $2, $3) RETURNING id
     )
     INSERT INTO calendar_day (version_id, day, kind, name, basis)
     SELECT edition.id, d.day, d.kind, d.name, d.basis
       FROM edition, json_to_recordset($4) AS d (day date, kind calendar_day_kind, name text, basis text)`,
    [provinceId, CALENDAR_FIRST_YEAR, CALENDAR_LAST_YEAR, JSON.stringify(days)],
  );
}

async function insertTargets(client: ClientBase, provinceId: number, key: ProvinceKey, ids: UnitIds): Promise<void> {
  const rows = targetsFor(key).map((target) => ({
    unit_id: ids.get(identityOf(target.unitCode, target.unitValidFrom)),
    threshold_bp: target.thresholdBp,
    must_exceed: target.mustExceed,
    period_kind: target.periodKind,
    reach_by: target.reachBy,
    basis: target.basis,
  }));
  await client.query(
    `INSERT INTO target (province_id, unit_id, threshold_bp, must_exceed, period_kind, reach_by, basis)
     SELECT $1, t.unit_id, t.threshold_bp, t.must_exceed, t.period_kind, t.reach_by, t.basis
       FROM json_to_recordset($2) AS t (unit_id int, threshold_bp int, must_exceed boolean, period_kind text,
            reach_by date, basis text)`,
    [provinceId, JSON.stringify(rows)],
  );
}
