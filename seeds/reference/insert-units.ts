import type { ClientBase } from "pg";
import { type ProvinceKey, readSuccessions, type SeedUnit } from "./read-units";

/** Always, as the schema's column default writes it. */
const ALWAYS = "1900-01-01";

/** Ids by code and first day of validity: codes repeat over time. */
export type UnitIds = ReadonlyMap<string, number>;

export function identityOf(code: string, validFrom: string | null): string {
  return `${code}@${validFrom ?? ALWAYS}`;
}

export async function insertUnits(
  client: ClientBase,
  provinceId: number,
  units: readonly SeedUnit[],
): Promise<UnitIds> {
  const reserved = await client.query<{ id: string }>(
    "SELECT nextval(pg_get_serial_sequence('unit', 'id')) AS id FROM generate_series(1, $1)",
    [units.length],
  );
  const ids = new Map<string, number>();
  const paths = new Map<string, string>();
  const rows = units.map((unit, index) => {
    const id = Number(reserved.rows[index]?.id);
    const parent = unit.parentCode === null ? null : identityOf(unit.parentCode, unit.validFrom);
    const parentPath = parent === null ? "/" : paths.get(parent);
    if (parentPath === undefined) throw new Error(`the parent of ${unit.code} must come before it`);
    const path = `${parentPath}${id}/`;
    ids.set(identityOf(unit.code, unit.validFrom), id);
    paths.set(identityOf(unit.code, unit.validFrom), path);
    return {
      id,
      code: unit.code,
      name: unit.name,
      level: unit.level,
      kind: unit.kind,
      parent_id: parent === null ? null : (ids.get(parent) ?? null),
      path,
      valid_from: unit.validFrom ?? ALWAYS,
      valid_until: unit.validUntil,
      population: unit.population,
    };
  });
  await client.query(
    `INSERT INTO unit (id, province_id, code, name, level, kind, parent_id, path, valid_from, valid_until, population)
     SELECT u.id, $1, u.code, u.name, u.level, u.kind, u.parent_id, u.path, u.valid_from, u.valid_until, u.population
       FROM json_to_recordset($2) AS u (id int, code text, name text, level unit_level, kind text, parent_id int,
            path text, valid_from date, valid_until date, population int)`,
    [provinceId, JSON.stringify(rows)],
  );
  return ids;
}

export async function insertSuccessions(
  client: ClientBase,
  provinceId: number,
  key: ProvinceKey,
  ids: UnitIds,
): Promise<void> {
  const idOf = (code: string, validFrom: string | null): number => {
    const id = ids.get(identityOf(code, validFrom));
    if (id === undefined) throw new Error(`succession names an unknown unit ${code}`);
    return id;
  };
  const rows = readSuccessions()
    .filter(({ provinceKey }) => provinceKey === key)
    .map(({ predecessorCode, successorCode, effectiveOn, extent }) => ({
      predecessor_id: idOf(predecessorCode, null),
      successor_id: idOf(successorCode, effectiveOn),
      effective_on: effectiveOn,
      extent,
    }));
  await client.query(
    `INSERT INTO unit_succession (province_id, predecessor_id, successor_id, effective_on, extent)
     SELECT $1, s.predecessor_id, s.successor_id, s.effective_on, s.extent
       FROM json_to_recordset($2) AS s (predecessor_id int, successor_id int, effective_on date, extent text)`,
    [provinceId, JSON.stringify(rows)],
  );
}
