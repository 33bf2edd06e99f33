import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { addMonths, firstOfMonth, lastOfMonth, type Period } from "@/lib/period";
import { addDays, type CalendarDay, type Tally } from "@/lib/sla";
import { keptRows, madeOnce } from "../kept-rows";
import {
  addMovements,
  MOVEMENT_COLUMNS,
  type MovementColumn,
  type MovementSums,
  NO_MOVEMENTS,
} from "./movement-columns";
import type { TallyGroup } from "./read-tallies";
import { toTally } from "./to-tally";

export type MonthTally = { readonly period: Period; readonly tally: Tally };

type MonthRow = { key: number; month: CalendarDay } & Record<MovementColumn, number>;

const SUMS = MOVEMENT_COLUMNS.map((column) => `sum(l.${column})::int AS ${column}`).join(", ");

/** What came before the first month shown is one row, on the day before it. */
const MONTHS_SQL = `
  WITH member(unit_id, key) AS MATERIALIZED (SELECT * FROM unnest($1::int[], $2::int[]))
  SELECT m.key, greatest(l.month, $4::date - 1) AS month, ${SUMS}
    FROM member m JOIN ledger_month l ON l.province_id = $3 AND l.unit_id = m.unit_id AND l.month < $5
   GROUP BY 1, 2
  UNION ALL
  SELECT m.key, $5::date AS month, ${SUMS}
    FROM member m JOIN ledger_day l ON l.province_id = $3 AND l.unit_id = m.unit_id AND l.day >= $5 AND l.day < $6
   GROUP BY 1`;

/**
 * Counts of each group of units month by month, oldest first; the last month ends on `to`. Groups must come from
 * units the viewer may see (`groupUnits`).
 */
export async function readMonths(
  viewer: Viewer,
  groups: readonly TallyGroup[],
  { to, months }: { readonly to: CalendarDay; readonly months: number },
): Promise<ReadonlyMap<number, readonly MonthTally[]>> {
  const lastMonth = firstOfMonth(to);
  const firstMonth = addMonths(lastMonth, 1 - months);
  const unitIds = groups.flatMap((group) => group.unitIds);
  const keys = groups.flatMap((group) => group.unitIds.map(() => group.key));
  const values = [unitIds, keys, viewer.provinceId, firstMonth, lastMonth, addDays(to, 1)];
  const rows = await keptRows<MonthRow>(MONTHS_SQL, values, "read-months");
  const key = `months to ${to} of ${groups.map((group) => group.key)}`;
  return madeOnce(rows, key, () => tallyMonths(rows, groups, { firstMonth, lastMonth, to, months }));
}

type Span = {
  readonly firstMonth: CalendarDay;
  readonly lastMonth: CalendarDay;
  readonly to: CalendarDay;
  readonly months: number;
};

function tallyMonths(
  rows: readonly MonthRow[],
  groups: readonly TallyGroup[],
  { firstMonth, lastMonth, to, months }: Span,
): Map<number, MonthTally[]> {
  const sums = new Map<number, Map<CalendarDay, MovementSums>>(groups.map(({ key }) => [key, new Map()]));
  for (const row of rows) sums.get(row.key)?.set(row.month, row);
  return new Map(
    [...sums].map(([key, ofGroup]) => {
      let before = ofGroup.get(addDays(firstMonth, -1)) ?? NO_MOVEMENTS;
      const tallies = Array.from({ length: months }, (_, index) => {
        const month = addMonths(firstMonth, index);
        const within = ofGroup.get(month) ?? NO_MOVEMENTS;
        const tally = toTally(before, within);
        before = addMovements(before, within);
        return { period: { from: month, to: month === lastMonth ? to : lastOfMonth(month) }, tally };
      });
      return [key, tallies];
    }),
  );
}
