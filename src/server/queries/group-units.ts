import "server-only";
import { cache } from "react";
import type { RankingLevel } from "@/lib/filters";
import type { Viewer } from "@/lib/access/viewer";
import type { Period } from "@/lib/period";
import { type CalendarDay, parseDay } from "@/lib/sla";
import { type ScopedUnit, scopeSql, UNIT_COLUMNS } from "../access/scope";
import { keptRows, madeOnce } from "../kept-rows";

export type UnitGroups = {
  /** Units of the level that existed on the day, each with everything below it. */
  readonly rows: readonly { readonly unit: ScopedUnit; readonly unitIds: readonly number[] }[];
  /** What of the unit lies in none of the rows. */
  readonly restIds: readonly number[];
};

/**
 * Divides a unit's subtree into the units of one level and the rest, so that rows + rest is the whole.
 * `restIds` also holds units that had ended by the day: their dossiers are not lost from the total.
 */
export async function groupUnits(
  viewer: Viewer,
  unit: ScopedUnit,
  level: RankingLevel | null,
  on: CalendarDay,
): Promise<UnitGroups> {
  const below = await unitsBelow(viewer, unit.path);
  return madeOnce(below, `level ${level} below ${unit.id} on ${on}`, () => groupBelow(below, unit, level, on));
}

function groupBelow(
  below: readonly ScopedUnit[],
  unit: ScopedUnit,
  level: RankingLevel | null,
  on: CalendarDay,
): UnitGroups {
  const heads = below.filter(
    (candidate) => candidate.level === level && candidate.id !== unit.id && existsOn(candidate, on),
  );
  const headByPath = new Map<string, { unit: ScopedUnit; unitIds: number[] }>(
    heads.map((head) => [head.path, { unit: head, unitIds: [] }]),
  );
  const restIds: number[] = [];
  for (const member of below) {
    const head = ancestorPaths(member.path).find((path) => headByPath.has(path));
    const group = head === undefined ? undefined : headByPath.get(head);
    if (group) group.unitIds.push(member.id);
    else restIds.push(member.id);
  }
  return { rows: [...headByPath.values()], restIds };
}

/** Everything of a subtree that the viewer may see, by name; asked once a request. */
const unitsBelow = cache(async (viewer: Viewer, path: string): Promise<readonly ScopedUnit[]> => {
  const scope = scopeSql(viewer, "u", 2);
  return keptRows<ScopedUnit>(
    `SELECT ${UNIT_COLUMNS} FROM unit u WHERE starts_with(u.path, $1) AND ${scope.sql} ORDER BY u.name, u.id`,
    [path, ...scope.values],
    "group-units",
  );
});

/** What of a unit began or ended on a day. */
export type UnitChange = {
  readonly on: CalendarDay;
  readonly began: number;
  readonly ended: number;
  /** The unit itself is among them. */
  readonly isItself: boolean;
};

/** The days of a period on which the unit or anything below it began or ended, oldest first. */
export async function listUnitChanges(viewer: Viewer, unit: ScopedUnit, { from, to }: Period): Promise<UnitChange[]> {
  const changes = new Map<CalendarDay, UnitChange>();
  const note = (on: CalendarDay, id: number, kind: "began" | "ended"): void => {
    if (on < from || on > to) return;
    const known = changes.get(on) ?? { on, began: 0, ended: 0, isItself: false };
    changes.set(on, { ...known, [kind]: known[kind] + 1, isItself: known.isItself || id === unit.id });
  };
  for (const { id, validFrom, validUntil } of await unitsBelow(viewer, unit.path)) {
    note(parseDay(validFrom), id, "began");
    if (validUntil !== null) note(parseDay(validUntil), id, "ended");
  }
  return [...changes.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}

function existsOn(unit: ScopedUnit, day: CalendarDay): boolean {
  return unit.validFrom <= day && (unit.validUntil === null || unit.validUntil > day);
}

/** "/1/12/133/" → ["/1/", "/1/12/", "/1/12/133/"] */
export function ancestorPaths(path: string): string[] {
  const ids = path.split("/").filter((id) => id !== "");
  return ids.map((_, index) => `/${ids.slice(0, index + 1).join("/")}/`);
}
