import "server-only";
import type { DossierSort } from "@/lib/filters";
import {
  type CalendarDay,
  type Channel,
  type DossierClass,
  type DossierStatus,
  type Outcome,
  workingDaysBetween,
} from "@/lib/sla";
import { calendarFor, type ProvinceCalendars } from "../sla/compile-calendars";
import { chanceJoin } from "./late-chance-sql";

export type DossierListRow = {
  readonly id: number;
  readonly code: string;
  readonly unitId: number;
  readonly unitName: string;
  readonly procedureName: string;
  readonly fieldName: string;
  readonly channel: Channel;
  readonly status: DossierStatus;
  readonly receivedOn: CalendarDay;
  readonly dueOn: CalendarDay | null;
  readonly finishedOn: CalendarDay | null;
  /** What it was on the last day of the period. */
  readonly class: DossierClass;
  /** Working days from the due day to the end of processing, or to the as-of day; null when not late. */
  readonly workingDaysLate: number | null;
  /** Chance of becoming late, 0 … 1; null unless in time on the newest day, and where too little is known. */
  readonly lateChance: number | null;
};

export type DossierColumns = Omit<DossierListRow, "class" | "workingDaysLate"> & {
  closedOn: CalendarDay | null;
  outcome: Outcome | null;
  isPaused: boolean;
  isOverdue: boolean;
};

/** Columns of `dossier d`, its unit, procedure and field for `toDossierRow`; the parameter is the as-of day. */
export function dossierColumns(asOfParameter: string): string {
  return `d.id, d.code, d.unit_id AS "unitId", u.name AS "unitName", p.name AS "procedureName", f.name AS "fieldName",
    d.channel, d.status, d.received_on AS "receivedOn", d.due_on AS "dueOn", d.finished_on AS "finishedOn",
    d.closed_on AS "closedOn", d.outcome, CASE WHEN NOT c.is_thin THEN c.chance END AS "lateChance",
    coalesce(d.paused_spans @> ${asOfParameter}::date, false) AS "isPaused",
    coalesce(d.overdue_spans @> ${asOfParameter}::date, false) AS "isOverdue"`;
}

/** What `dossierColumns` reads beside `dossier d`. Ask `keepLateChances` first. */
export function dossierJoins(asOfParameter: string): string {
  return `JOIN unit u ON u.id = d.unit_id
  JOIN procedure p ON p.id = d.procedure_id
  JOIN field f ON f.id = d.field_id
  LEFT JOIN ${chanceJoin(asOfParameter)}`;
}

/** The dossiers of a list in an order of `DOSSIER_SORT_SQL`: `d`, and what the order needs beside it. */
export function sortableDossiers(sort: DossierSort, asOfParameter: string): string {
  return sort === "lateChance" ? `dossier d LEFT JOIN ${chanceJoin(asOfParameter)}` : "dossier d";
}

export const DOSSIER_SORT_SQL: Readonly<Record<DossierSort, string>> = {
  dueOn: "d.due_on NULLS LAST, d.id",
  lateChance: "CASE WHEN NOT c.is_thin THEN c.chance END DESC NULLS LAST, d.due_on NULLS LAST, d.id",
  receivedOn: "d.received_on, d.id",
  finishedOn: "d.finished_on NULLS LAST, d.id",
  code: "d.code, d.id",
};

/** What a dossier was on a day, and how late. */
export function toDossierRow<Columns extends DossierColumns>(
  { closedOn, outcome, isPaused, isOverdue, ...row }: Columns,
  on: CalendarDay,
  calendars: ProvinceCalendars,
) {
  const shown = classFromColumns({ closedOn, outcome, isPaused, isOverdue, dueOn: row.dueOn }, on);
  const lateUntil = shown === "late" ? row.finishedOn : shown === "overdue" ? on : null;
  return {
    ...row,
    class: shown,
    workingDaysLate:
      row.dueOn === null || lateUntil === null
        ? null
        : workingDaysBetween(calendarFor(calendars, row.unitId), row.dueOn, lateUntil),
  };
}

/** Reads the class off the engine's columns; the rule itself is `classOn` in lib/sla. */
function classFromColumns(
  row: Pick<DossierColumns, "closedOn" | "outcome" | "isPaused" | "isOverdue" | "dueOn">,
  on: CalendarDay,
): DossierClass {
  if (row.closedOn !== null && row.closedOn <= on && row.outcome !== null) return row.outcome;
  if (row.isOverdue) return "overdue";
  if (row.isPaused) return "paused";
  return row.dueOn === null ? "openUndated" : "inTime";
}
