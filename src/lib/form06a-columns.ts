import type { Measure } from "./filters";
import { received, type Tally } from "@/lib/sla";
import { UNITS } from "./strings/units";

export type FormColumn = {
  readonly number: number;
  readonly group: string;
  readonly head: string;
  /** The dossiers of its link. */
  readonly measure: Measure;
  readonly countIn: (tally: Tally) => number;
};

/** Columns (3) to (13) of the form. */
export const FORM_COLUMNS: readonly FormColumn[] = [
  {
    number: 3,
    group: UNITS.form.received,
    head: UNITS.form.total,
    measure: "handled",
    countIn: (tally) => tally.carriedOver + received(tally),
  },
  {
    number: 4,
    group: UNITS.form.received,
    head: UNITS.form.online,
    measure: "receivedOnline",
    countIn: (tally) => tally.receivedOnline,
  },
  {
    number: 5,
    group: UNITS.form.received,
    head: UNITS.form.direct,
    measure: "receivedOffline",
    countIn: (tally) => tally.receivedDirect + tally.receivedPostal,
  },
  {
    number: 6,
    group: UNITS.form.received,
    head: UNITS.form.carriedOver,
    measure: "carriedOver",
    countIn: (tally) => tally.carriedOver,
  },
  { number: 7, group: UNITS.form.resolved, head: UNITS.form.total, measure: "closed", countIn: closed },
  { number: 8, group: UNITS.form.resolved, head: UNITS.form.early, measure: "early", countIn: (tally) => tally.early },
  {
    number: 9,
    group: UNITS.form.resolved,
    head: UNITS.form.onTime,
    measure: "closedOnTime",
    countIn: (tally) => tally.onTime + tally.resolvedUndated + tally.returned,
  },
  { number: 10, group: UNITS.form.resolved, head: UNITS.form.late, measure: "late", countIn: (tally) => tally.late },
  { number: 11, group: UNITS.form.open, head: UNITS.form.total, measure: "open", countIn: (tally) => tally.open },
  {
    number: 12,
    group: UNITS.form.open,
    head: UNITS.form.inTime,
    measure: "notOverdue",
    countIn: (tally) => tally.inTime + tally.paused + tally.openUndated,
  },
  {
    number: 13,
    group: UNITS.form.open,
    head: UNITS.form.overdue,
    measure: "overdue",
    countIn: (tally) => tally.overdue,
  },
];

function closed({ early, onTime, late, resolvedUndated, returned }: Tally): number {
  return early + onTime + late + resolvedUndated + returned;
}
