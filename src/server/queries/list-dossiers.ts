import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { DossierFilter, DossierSort } from "@/lib/filters";
import type { Period } from "@/lib/period";
import type { CalendarDay, Channel, DossierClass, DossierStatus, Outcome } from "@/lib/sla";
import { workingDaysBetween } from "@/lib/sla";
import type { ScopedUnit } from "../access/scope";
import { queryRows } from "../db";
import { calendarFor } from "../sla/compile-calendars";
import { selectDossiers } from "./select-dossiers";

export const DOSSIER_PAGE_SIZE = 50;

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
};

export type DossierList = {
  readonly unit: ScopedUnit;
  readonly period: Period;
  readonly asOf: CalendarDay | null;
  readonly total: number;
  readonly page: number;
  readonly pageCount: number;
  readonly rows: readonly DossierListRow[];
};

type ListRow = Omit<DossierListRow, "class" | "workingDaysLate"> & {
  closedOn: CalendarDay | null;
  outcome: Outcome | null;
  isPaused: boolean;
  isOverdue: boolean;
};

const SORT_SQL: Readonly<Record<DossierSort, string>> = {
  dueOn: "d.due_on NULLS LAST, d.id",
  receivedOn: "d.received_on, d.id",
  finishedOn: "d.finished_on NULLS LAST, d.id",
  code: "d.code, d.id",
};

/** The dossiers that a number counts, a page at a time. Throws `notFound`. */
export async function listDossiers(viewer: Viewer, filter: DossierFilter): Promise<DossierList> {
  const { unit, period, asOf, calendars, where, values } = await selectDossiers(viewer, filter);
  const [count] = await queryRows<{ total: number }>(`SELECT count(*) AS total FROM dossier d WHERE ${where}`, values);
  const total = count?.total ?? 0;
  const pageCount = Math.max(1, Math.ceil(total / DOSSIER_PAGE_SIZE));
  const page = Math.min(filter.page, pageCount);
  const rows = await queryRows<ListRow>(
    `SELECT d.id, d.code, d.unit_id AS "unitId", u.name AS "unitName", p.name AS "procedureName", f.name AS "fieldName",
            d.channel, d.status, d.received_on AS "receivedOn", d.due_on AS "dueOn", d.finished_on AS "finishedOn",
            d.closed_on AS "closedOn", d.outcome,
            coalesce(d.paused_spans @> $4::date, false) AS "isPaused",
            coalesce(d.overdue_spans @> $4::date, false) AS "isOverdue"
       FROM (SELECT * FROM dossier d WHERE ${where} ORDER BY ${SORT_SQL[filter.sort]} LIMIT $8 OFFSET $9) d
       JOIN unit u ON u.id = d.unit_id
       JOIN procedure p ON p.id = d.procedure_id
       JOIN field f ON f.id = d.field_id
      ORDER BY ${SORT_SQL[filter.sort]}`,
    [...values, DOSSIER_PAGE_SIZE, (page - 1) * DOSSIER_PAGE_SIZE],
  );
  return {
    unit,
    period,
    asOf,
    total,
    page,
    pageCount,
    rows: rows.map(({ closedOn, outcome, isPaused, isOverdue, ...row }) => {
      const shown = classFromColumns({ closedOn, outcome, isPaused, isOverdue, dueOn: row.dueOn }, period.to);
      const lateUntil = shown === "late" ? row.finishedOn : shown === "overdue" ? period.to : null;
      return {
        ...row,
        class: shown,
        workingDaysLate:
          row.dueOn === null || lateUntil === null
            ? null
            : workingDaysBetween(calendarFor(calendars, row.unitId), row.dueOn, lateUntil),
      };
    }),
  };
}

/** Reads the class off the engine's columns; the rule itself is `classOn` in lib/sla. */
function classFromColumns(
  row: Pick<ListRow, "closedOn" | "outcome" | "isPaused" | "isOverdue" | "dueOn">,
  on: CalendarDay,
): DossierClass {
  if (row.closedOn !== null && row.closedOn <= on && row.outcome !== null) return row.outcome;
  if (row.isOverdue) return "overdue";
  if (row.isPaused) return "paused";
  return row.dueOn === null ? "openUndated" : "inTime";
}
