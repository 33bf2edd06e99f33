import "server-only";
import type { Period } from "@/lib/period";
import { type ControlChart, controlChart, displayBp, type FormulaId, type TargetRule, WHOLE_BP } from "@/lib/sla";
import { CONTROL, controlFinding, SIGNAL_NAMES } from "@/lib/strings/control";
import { REPORTS } from "@/lib/strings/reports";
import { UNITS } from "@/lib/strings/units";
import type { DataStatus } from "../queries/get-data-status";
import type { TrendMonth } from "../queries/get-trend";
import { column } from "./column";
import type { Report } from "./report";
import { reportFrame } from "./report-frame";

type ControlInput = {
  readonly unitName: string;
  readonly period: Period;
  readonly formula: FormulaId;
  readonly target: TargetRule;
  readonly months: readonly TrendMonth[];
};

/** A unit's months against the limits of its own past, newest first, as a table to take away. */
export function buildControlReport({ months, ...view }: ControlInput, status: DataStatus): Report {
  const chart = controlChart(months.map(({ rate }) => rate));
  return {
    ...reportFrame({ ...view, kind: "control", title: controlFinding(view.unitName, chart, months), status }),
    columns: [
      column("day", REPORTS.from),
      column("day", REPORTS.to),
      column("count", CONTROL.counted),
      column("count", UNITS.late),
      column("percent", CONTROL.rate),
      column("percent", CONTROL.low),
      column("percent", CONTROL.high),
      column("text", CONTROL.signal),
    ],
    rows: months
      .map(({ period, tally, rate }, index) => [
        period.from,
        period.to,
        rate?.of ?? null,
        tally.late,
        displayBp(rate, view.target),
        ...judgementOf(chart?.points[index] ?? null),
      ])
      .reverse(),
    rowCount: months.length,
    sums: [],
    notes: [CONTROL.note, CONTROL.runNote],
  };
}

function judgementOf(point: ControlChart["points"][number] | null): readonly (number | string | null)[] {
  if (point === null) return [null, null, null];
  const { limits, signal } = point;
  const said = signal === null ? CONTROL.within : SIGNAL_NAMES[signal];
  return [Math.round(WHOLE_BP * limits.low), Math.round(WHOLE_BP * limits.high), said];
}
