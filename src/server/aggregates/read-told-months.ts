import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { AggregateCounts } from "@/lib/aggregates/columns";
import { firstOfMonth, lastOfMonth, type Period } from "@/lib/period";
import type { CalendarDay } from "@/lib/sla";
import { newestFigures } from "./newest-figures";

/** What a table says of a unit's whole month. */
export type ToldMonth = {
  readonly sourceName: string;
  readonly asOf: CalendarDay;
  readonly counts: AggregateCounts;
};

const MOST_ROWS = 1000;

/**
 * What tables tell of a unit's whole months, by the month's first day; of several sources the one that speaks for the
 * latest day. The unit must be one that the viewer may see.
 */
export async function readToldMonths(
  viewer: Viewer,
  unitId: number,
  period: Period,
): Promise<ReadonlyMap<CalendarDay, ToldMonth>> {
  const { figures } = await newestFigures(
    viewer,
    { unitIds: [unitId], ...period },
    { ofFields: false, most: MOST_ROWS },
  );
  const months = new Map<CalendarDay, ToldMonth>();
  for (const { period: told, sourceName, asOf, counts } of figures) {
    if (told.from !== firstOfMonth(told.from) || told.to !== lastOfMonth(told.from)) continue;
    const known = months.get(told.from);
    if (known === undefined || known.asOf < asOf) months.set(told.from, { sourceName, asOf, counts });
  }
  return months;
}
