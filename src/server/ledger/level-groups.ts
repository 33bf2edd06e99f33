import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { RankingLevel } from "@/lib/filters";
import type { CalendarDay } from "@/lib/sla";
import { keptRows } from "../kept-rows";
import { ancestorPaths } from "../queries/group-units";
import type { TallyGroup } from "./read-tallies";

type PlacedUnit = { readonly id: number; readonly path: string; readonly isHead: boolean };

/**
 * Every unit of a level in the province on a day, each with everything below it: also those that the viewer may not
 * see. Of what is counted by them only sums and places may leave a query, never a unit's own figures.
 */
export async function levelGroups(viewer: Viewer, level: RankingLevel, on: CalendarDay): Promise<TallyGroup[]> {
  const units = await keptRows<PlacedUnit>(
    `SELECT u.id, u.path, u.level = $2 AND u.valid_from <= $3::date
            AND (u.valid_until IS NULL OR u.valid_until > $3::date) AS "isHead"
       FROM unit u WHERE u.province_id = $1`,
    [viewer.provinceId, level, on],
    "level-groups",
  );
  const members = new Map<string, number[]>(units.filter(({ isHead }) => isHead).map(({ path }) => [path, []]));
  for (const { id, path } of units) {
    const head = ancestorPaths(path).find((ancestor) => members.has(ancestor));
    if (head !== undefined) members.get(head)?.push(id);
  }
  return units.flatMap(({ id, path }) => {
    const unitIds = members.get(path);
    return unitIds === undefined ? [] : [{ key: id, unitIds }];
  });
}
