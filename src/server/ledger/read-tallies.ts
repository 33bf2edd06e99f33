import "server-only";
import type pg from "pg";
import type { Viewer } from "@/lib/access/viewer";
import type { Period } from "@/lib/period";
import type { Tally } from "@/lib/sla";
import { keptRows } from "../kept-rows";
import { MOVEMENT_COLUMNS, type MovementColumn, type MovementSums, NO_MOVEMENTS } from "./movement-columns";
import { splitPeriod } from "./pieces";
import { toTally } from "./to-tally";

/** Units to be counted together; `key` names the sum in the answer. */
export type TallyGroup = { readonly key: number; readonly unitIds: readonly number[] };

type SumsRow = { key: number; within: boolean } & Record<MovementColumn, number>;

const SUMS = MOVEMENT_COLUMNS.map((column) => `sum(l.${column})::int AS ${column}`).join(", ");
const RESUMMED = MOVEMENT_COLUMNS.map((column) => `sum(${column})::int AS ${column}`).join(", ");

function piece(within: boolean, table: "ledger_day" | "ledger_month", range: string): string {
  return `SELECT m.key, ${within} AS within, ${SUMS}
    FROM member m JOIN ${table} l ON l.province_id = $3 AND l.unit_id = m.unit_id AND ${range}
   GROUP BY m.key`;
}

/** Exported for bench/ranking.ts, which times it inside the database. */
export const TALLY_SQL = `
  WITH member(unit_id, key) AS MATERIALIZED (SELECT * FROM unnest($1::int[], $2::int[])),
  piece AS (
    ${[
      piece(false, "ledger_month", "l.month < $4"),
      piece(false, "ledger_day", "l.day >= $4 AND l.day < $5"),
      piece(true, "ledger_day", "l.day >= $5 AND l.day < $6"),
      piece(true, "ledger_month", "l.month >= $6 AND l.month < $7"),
      piece(true, "ledger_day", "l.day >= $7 AND l.day < $8"),
    ].join(" UNION ALL ")}
  )
  SELECT key, within, ${RESUMMED} FROM piece GROUP BY key, within`;

/**
 * Counts of each group of units over a period, and on its last day, from the ledger: months where the
 * period holds whole ones, days at its ends. Groups must come from units the viewer may see
 * (`groupUnits`); the province is the viewer's in any case.
 */
export async function readTallies(
  viewer: Viewer,
  groups: readonly TallyGroup[],
  period: Period,
): Promise<Map<number, Tally>> {
  const rows = await keptRows<SumsRow>(TALLY_SQL, tallyParameters(viewer.provinceId, groups, period), "read-tallies");
  return sumTallies(rows, groups);
}

/** The same on a connection in the middle of its transaction; whoever asks answers for the scope. */
export async function readTalliesOn(
  client: pg.ClientBase,
  provinceId: number,
  groups: readonly TallyGroup[],
  period: Period,
): Promise<Map<number, Tally>> {
  const { rows } = await client.query<SumsRow>(TALLY_SQL, tallyParameters(provinceId, groups, period));
  return sumTallies(rows, groups);
}

function sumTallies(rows: readonly SumsRow[], groups: readonly TallyGroup[]): Map<number, Tally> {
  const before = new Map<number, MovementSums>();
  const within = new Map<number, MovementSums>();
  for (const row of rows) (row.within ? within : before).set(row.key, row);
  return new Map(
    groups.map(({ key }) => [key, toTally(before.get(key) ?? NO_MOVEMENTS, within.get(key) ?? NO_MOVEMENTS)]),
  );
}

/** The parameters of `TALLY_SQL`. */
export function tallyParameters(provinceId: number, groups: readonly TallyGroup[], period: Period): unknown[] {
  const unitIds = groups.flatMap((group) => group.unitIds);
  const keys = groups.flatMap((group) => group.unitIds.map(() => group.key));
  const { beforeDays, from, wholeFrom, tailFrom, until } = splitPeriod(period);
  return [unitIds, keys, provinceId, beforeDays, from, wholeFrom, tailFrom, until];
}
