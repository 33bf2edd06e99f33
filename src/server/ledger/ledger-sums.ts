import "server-only";
import { firstOfMonth } from "@/lib/period";
import { fromDayNumber, toDayNumber } from "@/lib/sla";
import { MOVEMENT_COLUMNS } from "./movement-columns";
import type { MovementTally, TalliedCell } from "./movement-tally";

/** Rows of the ledger's three tables; those in which nothing is left to tell are left out. */
export type LedgerSums = {
  /** By day and unit, in the order of days; the field is 0. */
  readonly days: readonly TalliedCell[];
  /** By unit and month, each by its first day; the field is 0. */
  readonly months: readonly TalliedCell[];
  readonly fieldMonths: readonly TalliedCell[];
};

/** Days of units: more would take more memory than a reader has. */
const MOST_DAYS = 300_000;

/** What the ledger of a province says when these are the movements of all its dossiers; null when it has too many days. */
export function sumForLedger(tally: MovementTally, mostDays = MOST_DAYS): LedgerSums | null {
  const [days, months, fieldMonths] = [new Sums(0), new Sums(0), new Map<number, Sums>()];
  const monthOf = monthFinder();
  for (const { unitId, fieldId, dayNumber, counts } of tally) {
    const month = monthOf(dayNumber);
    let ofField = fieldMonths.get(fieldId);
    if (ofField === undefined) {
      ofField = new Sums(fieldId);
      fieldMonths.set(fieldId, ofField);
    }
    days.add(dayNumber, unitId, counts);
    if (days.size > mostDays) return null;
    months.add(month, unitId, counts);
    ofField.add(month, unitId, counts);
  }
  return {
    days: days.rows(),
    months: months.rows(),
    fieldMonths: [...fieldMonths.values()].flatMap((ofField) => ofField.rows()),
  };
}

/** Counts that are added up by day and unit. */
class Sums {
  size = 0;
  private readonly byDay = new Map<number, Map<number, TalliedCell>>();

  constructor(private readonly fieldId: number) {}

  add(dayNumber: number, unitId: number, counts: Int32Array): void {
    let byUnit = this.byDay.get(dayNumber);
    if (byUnit === undefined) {
      byUnit = new Map();
      this.byDay.set(dayNumber, byUnit);
    }
    let sums = byUnit.get(unitId)?.counts;
    if (sums === undefined) {
      sums = new Int32Array(MOVEMENT_COLUMNS.length);
      this.size += 1;
      byUnit.set(unitId, { unitId, fieldId: this.fieldId, dayNumber, counts: sums });
    }
    for (let column = 0; column < sums.length; column += 1) sums[column] = (sums[column] ?? 0) + (counts[column] ?? 0);
  }

  rows(): TalliedCell[] {
    const days = [...this.byDay].sort(([a], [b]) => a - b);
    return days.flatMap(([, byUnit]) => [...byUnit.values()].filter(({ counts }) => counts.some((sum) => sum !== 0)));
  }
}

/** The first day of a day's month, both in days since 1970-01-01. */
function monthFinder(): (dayNumber: number) => number {
  const known = new Map<number, number>();
  return (dayNumber) => {
    let month = known.get(dayNumber);
    if (month === undefined) {
      month = toDayNumber(firstOfMonth(fromDayNumber(dayNumber)));
      known.set(dayNumber, month);
    }
    return month;
  };
}
