import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { CalendarDay } from "@/lib/sla";
import { cleanText, matchKey } from "@/lib/text";
import { type ScopedUnit, scopeSql, UNIT_COLUMNS } from "../access/scope";
import { queryRows } from "../db";
import { keptRows } from "../kept-rows";

export type FoundUnit = Omit<ScopedUnit, "validUntil"> & {
  readonly parentName: string | null;
  /** The first day on which it is no more. */
  readonly validUntil: CalendarDay | null;
};

export type FoundProcedure = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly fieldName: string;
};

export type FoundDossier = {
  readonly id: number;
  readonly code: string;
  readonly unitName: string;
  readonly procedureName: string;
  readonly receivedOn: CalendarDay;
};

/** At most `FOUND_MOST` of each; `hasMore` when there are others. */
export type Found = {
  readonly units: readonly FoundUnit[];
  readonly procedures: readonly FoundProcedure[];
  readonly dossiers: readonly FoundDossier[];
  readonly hasMore: boolean;
};

export const FOUND_MOST = 20;
const SHORTEST_CODE = 4;
const LAST_CHARACTER = "\u{10FFFF}";

/**
 * Units and dossiers in scope, and procedures of the province, that a text names: names with or without accents
 * (a province has some hundred units and procedures, so they are compared here), dossiers by the beginning of their
 * code, which the unique key answers.
 */
export async function findInScope(viewer: Viewer, text: string): Promise<Found> {
  const wanted = cleanText(text);
  const key = matchKey(wanted);
  if (key === "") return { units: [], procedures: [], dossiers: [], hasMore: false };
  const [allUnits, allProcedures, dossiers] = await Promise.all([
    readUnits(viewer),
    readProcedures(viewer),
    wanted.length < SHORTEST_CODE ? [] : findDossiers(viewer, wanted),
  ]);
  const units = matching(allUnits, key, wanted);
  const procedures = matching(allProcedures, key, wanted);
  return {
    units: units.slice(0, FOUND_MOST),
    procedures: procedures.slice(0, FOUND_MOST),
    dossiers: dossiers.slice(0, FOUND_MOST),
    hasMore: [units, procedures, dossiers].some((found) => found.length > FOUND_MOST),
  };
}

type Named = { readonly code: string; readonly name: string };

/** All the words, in any order; names that begin with the text first, otherwise as they came. */
function matching<Item extends Named>(items: readonly Item[], key: string, code: string): Item[] {
  const words = key.split(" ");
  const placed = items.flatMap((item) => {
    const name = matchKey(item.name);
    if (item.code === code) return [{ item, place: 0 }];
    if (!words.every((word) => name.includes(word))) return [];
    return [{ item, place: name === key ? 1 : name.startsWith(key) ? 2 : name.includes(key) ? 3 : 4 }];
  });
  return placed.sort((a, b) => a.place - b.place).map(({ item }) => item);
}

function readUnits(viewer: Viewer): Promise<readonly FoundUnit[]> {
  const scope = scopeSql(viewer, "u", 1);
  return keptRows<FoundUnit>(
    `SELECT ${UNIT_COLUMNS}, CASE WHEN starts_with(parent.path, $2) THEN parent.name END AS "parentName"
       FROM unit u LEFT JOIN unit parent ON parent.id = u.parent_id
      WHERE ${scope.sql} ORDER BY u.valid_until IS NOT NULL, length(u.path), u.name, u.id`,
    scope.values,
    "find-units",
  );
}

function readProcedures(viewer: Viewer): Promise<readonly FoundProcedure[]> {
  return keptRows<FoundProcedure>(
    `SELECT p.id, p.code, p.name, f.name AS "fieldName"
       FROM procedure p JOIN field f ON f.id = p.field_id WHERE p.province_id = $1 ORDER BY p.name, p.id`,
    [viewer.provinceId],
    "find-procedures",
  );
}

function findDossiers(viewer: Viewer, prefix: string): Promise<FoundDossier[]> {
  const scope = scopeSql(viewer, "u", 4);
  return queryRows<FoundDossier>(
    `SELECT d.id, d.code, u.name AS "unitName", p.name AS "procedureName", d.received_on AS "receivedOn"
       FROM dossier d JOIN unit u ON u.id = d.unit_id JOIN procedure p ON p.id = d.procedure_id
      WHERE d.province_id = $1 AND d.source_id IN (SELECT s.id FROM source s WHERE s.province_id = $1)
        AND d.code >= $2 AND d.code < $3 AND ${scope.sql}
      ORDER BY d.code, d.id LIMIT ${FOUND_MOST + 1}`,
    [viewer.provinceId, ...rangeOf(prefix), ...scope.values],
    "find-dossiers",
  );
}

/** Codes are written in capitals; whoever looks for one may not. */
function rangeOf(prefix: string): [string, string] {
  const capital = prefix.toUpperCase();
  return [capital, `${capital}${LAST_CHARACTER}`];
}
