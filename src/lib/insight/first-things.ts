import type { Tally } from "@/lib/sla";
import type { Mover } from "./movers";
import type { Pareto } from "./pareto";

/** A finding to be looked at first; `unitId` and the kind name its list. */
export type FirstThing =
  | { readonly kind: "mostOverdue"; readonly unitId: number; readonly unitName: string; readonly count: number }
  | {
      readonly kind: "biggestDrop";
      readonly unitId: number;
      readonly unitName: string;
      readonly count: number;
      readonly changeBp: number;
    }
  | {
      readonly kind: "mostLate";
      readonly unitId: number;
      readonly unitName: string;
      readonly count: number;
      readonly shareBp: number;
    }
  | { readonly kind: "dueSoon" | "pausedLong"; readonly unitId: number; readonly count: number };

type Row = { readonly unitId: number | null; readonly name: string | null; readonly tally: Tally };

export type FirstThingsInput = {
  readonly unitId: number;
  /** The units that handle dossiers themselves. */
  readonly handling: readonly Row[];
  readonly movers: readonly Mover<Row>[];
  readonly pareto: Pareto<Row>;
  readonly dueSoon: number;
  readonly pausedLong: number;
};

const MOST = 3;
/** A fall of less than a point is no news. */
const NEWS_BP = -100;

/** At most three, what waits for a decision before what is past. */
export function firstThings({ unitId, handling, movers, pareto, dueSoon, pausedLong }: FirstThingsInput): FirstThing[] {
  const things: FirstThing[] = [];
  const overdue = handling.toSorted((a, b) => b.tally.overdue - a.tally.overdue)[0];
  if (overdue && overdue.unitId !== null && overdue.tally.overdue > 0) {
    things.push({ kind: "mostOverdue", ...named(overdue, overdue.unitId), count: overdue.tally.overdue });
  }
  const drop = movers.at(-1);
  if (drop && drop.row.unitId !== null && drop.changeBp <= NEWS_BP) {
    const { row, changeBp } = drop;
    things.push({ kind: "biggestDrop", ...named(row, drop.row.unitId), count: row.tally.late, changeBp });
  }
  if (dueSoon > 0) things.push({ kind: "dueSoon", unitId, count: dueSoon });
  const [late] = pareto.parts;
  // The same unit twice would say little more than once.
  if (late && late.item.unitId !== overdue?.unitId && late.item.unitId !== null) {
    things.push({ kind: "mostLate", ...named(late.item, late.item.unitId), count: late.count, shareBp: late.shareBp });
  }
  if (pausedLong > 0) things.push({ kind: "pausedLong", unitId, count: pausedLong });
  return things.slice(0, MOST);
}

function named({ name }: Row, unitId: number) {
  return { unitId, unitName: name ?? "" };
}
