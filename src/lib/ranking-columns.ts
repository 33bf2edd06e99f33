import type { Measure } from "./filters";
import { emptyTally, type FormulaId, received, resolvedTotal, type Tally } from "@/lib/sla";
import { RANKING } from "./strings/ranking";

/** A column of counts, on the page and in files: its head, the dossiers its links list, and the count itself. */
export type CountColumn = {
  readonly measure: Measure;
  readonly head: string;
  readonly countIn: (tally: Tally) => number;
};

export type ColumnGroup = { readonly head: string; readonly columns: readonly CountColumn[] };

export type RankingColumns = { readonly before: readonly ColumnGroup[]; readonly after: readonly ColumnGroup[] };

const RECEIVED: ColumnGroup = {
  head: RANKING.groupReceived,
  columns: [
    { measure: "carriedOver", head: RANKING.carriedOver, countIn: (tally) => tally.carriedOver },
    { measure: "received", head: RANKING.received, countIn: received },
  ],
};

const DUE: ColumnGroup = {
  head: RANKING.groupDue,
  columns: [
    { measure: "due", head: RANKING.total, countIn: (tally) => tally.due },
    { measure: "dueMet", head: RANKING.dueMet, countIn: (tally) => tally.dueMet },
  ],
};

/** Columns that only some data fill are shown only for those. `before` and `after` the rate. */
export function columnsFor(total: Tally, formula: FormulaId): RankingColumns {
  const resolved: CountColumn[] = [
    { measure: "resolved", head: RANKING.total, countIn: resolvedTotal },
    { measure: "early", head: RANKING.early, countIn: (tally) => tally.early },
    { measure: "onTime", head: RANKING.onTime, countIn: (tally) => tally.onTime },
    { measure: "late", head: RANKING.late, countIn: (tally) => tally.late },
  ];
  if (total.resolvedUndated > 0) {
    resolved.push({
      measure: "resolvedUndated",
      head: RANKING.undated,
      countIn: (tally) => tally.resolvedUndated,
    });
  }
  const open: CountColumn[] = [
    { measure: "open", head: RANKING.total, countIn: (tally) => tally.open },
    { measure: "inTime", head: RANKING.inTime, countIn: (tally) => tally.inTime },
    { measure: "paused", head: RANKING.paused, countIn: (tally) => tally.paused },
    { measure: "overdue", head: RANKING.overdue, countIn: (tally) => tally.overdue },
  ];
  if (total.openUndated > 0) {
    open.push({ measure: "openUndated", head: RANKING.undated, countIn: (tally) => tally.openUndated });
  }
  return {
    before: [RECEIVED, { head: RANKING.groupResolved, columns: resolved }, ...(formula === "due" ? [DUE] : [])],
    after: [{ head: RANKING.groupOpen, columns: open }],
  };
}

/** The few columns that a short table has room for. */
export const SHORT_COLUMNS: RankingColumns = {
  before: [
    {
      head: RANKING.groupResolved,
      columns: [
        { measure: "resolved", head: RANKING.total, countIn: resolvedTotal },
        { measure: "late", head: RANKING.late, countIn: (tally) => tally.late },
      ],
    },
  ],
  after: [
    {
      head: RANKING.groupOpen,
      columns: [
        { measure: "open", head: RANKING.total, countIn: (tally) => tally.open },
        { measure: "overdue", head: RANKING.overdue, countIn: (tally) => tally.overdue },
      ],
    },
  ],
};

export const RETURNED_COLUMN: CountColumn = {
  measure: "returned",
  head: RANKING.returned,
  countIn: (tally) => tally.returned,
};

const EVERY = columnsFor({ ...emptyTally(), resolvedUndated: 1, openUndated: 1 }, "due");
const COLUMN_OF = new Map(
  [
    ...EVERY.before.flatMap(({ columns }) => columns),
    ...EVERY.after.flatMap(({ columns }) => columns),
    RETURNED_COLUMN,
  ].map((column) => [column.measure, column]),
);

/** What a measure that has a column counts; null for one that has none. */
export function measureCounts(measure: Measure, tally: Tally): number | null {
  return COLUMN_OF.get(measure)?.countIn(tally) ?? null;
}
