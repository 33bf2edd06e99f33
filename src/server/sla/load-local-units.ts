import "server-only";
import type { UnitPath } from "./compile-calendars";
import type { CalendarEdition, Database } from "./load-edition";

/** Units for which an entry of their own holds in one of the editions, with all units below them. */
export async function loadLocalUnits(
  db: Database,
  provinceId: number,
  editions: readonly CalendarEdition[],
): Promise<readonly UnitPath[]> {
  const ids = new Set(editions.flatMap(({ entries }) => entries.map(({ unitId }) => unitId)));
  ids.delete(null);
  if (ids.size === 0) return [];
  const { rows } = await db.query<UnitPath>(
    `SELECT DISTINCT u.id, u.path FROM unit u JOIN unit place ON starts_with(u.path, place.path)
      WHERE u.province_id = $1 AND place.province_id = $1 AND place.id = ANY($2)`,
    [provinceId, [...ids]],
  );
  return rows;
}
