import "server-only";
import { displayBp, type FormulaId, received, resolvedTotal, type TargetRule } from "@/lib/sla";
import { RATE_NAMES } from "@/lib/strings/common";
import { REPORTS } from "@/lib/strings/reports";
import { trendFinding, UNITS } from "@/lib/strings/units";
import type { DataStatus } from "../queries/get-data-status";
import type { TrendMonth } from "../queries/get-trend";
import type { Report } from "./report";
import { oneLine, reportFrame } from "./report-frame";
import { toldPart } from "./told-part";

type TrendInput = {
  readonly unitName: string;
  readonly months: readonly TrendMonth[];
  readonly formula: FormulaId;
  readonly target: TargetRule;
};

/** A unit's months, as a table to take away. */
export function buildTrendReport({ unitName, months, formula, target }: TrendInput, status: DataStatus): Report {
  const [first, last] = [months[0], months.at(-1)];
  const count = (head: string) => ({ group: null, head, kind: "count" as const, width: 12 });
  return {
    ...reportFrame({
      kind: "trend",
      title: trendFinding(months, target),
      unitName,
      period: first && last ? { from: first.period.from, to: last.period.to } : null,
      formula,
      target,
      status,
    }),
    columns: [
      { group: null, head: REPORTS.from, kind: "day", width: 12 },
      { group: null, head: REPORTS.to, kind: "day", width: 12 },
      count(UNITS.form.received),
      count(UNITS.resolved),
      count(UNITS.late),
      count(UNITS.overdue),
      { group: null, head: oneLine(RATE_NAMES[formula]), kind: "percent", width: 10 },
    ],
    rows: months.map(({ period, tally, rate }) => [
      period.from,
      period.to,
      received(tally),
      resolvedTotal(tally),
      tally.late,
      tally.overdue,
      displayBp(rate, target),
    ]),
    rowCount: months.length,
    sums: [],
    apart: toldPart({
      rows: months.flatMap(({ period, told }) => (told === undefined ? [] : [{ ...told, period }])),
      formula,
      target,
      lead: [
        { group: null, head: REPORTS.from, kind: "day", width: 12, cellOf: ({ period }) => period.from },
        { group: null, head: REPORTS.to, kind: "day", width: 12, cellOf: ({ period }) => period.to },
      ],
    }),
    notes: [],
  };
}
