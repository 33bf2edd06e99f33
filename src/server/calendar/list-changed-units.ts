import "server-only";
import type { ChangeCounts } from "../recompute/effect";
import type { Database } from "../sla/load-edition";

/** What changes in one unit, and the unit right below the province to which it belongs. */
export type ChangedUnit = {
  readonly unitId: number;
  readonly name: string;
  readonly districtId: number;
  readonly districtName: string;
  readonly counts: ChangeCounts;
};

type Row = Omit<ChangedUnit, "counts">;

/** Names the units of an effect, by district and name. */
export async function listChangedUnits(
  db: Database,
  provinceId: number,
  units: ReadonlyMap<number, ChangeCounts>,
): Promise<ChangedUnit[]> {
  const { rows } = await db.query<Row>(
    `SELECT u.id AS "unitId", u.name, t.id AS "districtId", t.name AS "districtName"
       FROM unit u
       JOIN unit t ON t.id = coalesce(nullif(split_part(u.path, '/', 3), ''), split_part(u.path, '/', 2))::int
      WHERE u.province_id = $1 AND u.id = ANY($2) ORDER BY t.name, t.id, u.level, u.name, u.id`,
    [provinceId, [...units.keys()]],
  );
  return rows.flatMap((row) => {
    const counts = units.get(row.unitId);
    return counts ? [{ ...row, counts }] : [];
  });
}
