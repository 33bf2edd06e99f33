import "server-only";
import type { Spread } from "@/lib/insight/spread";
import type { Period } from "@/lib/period";
import { WHOLE_BP } from "@/lib/sla";
import { TIME, TIME_PART_NAMES, timeFinding } from "@/lib/strings/unit-time";
import type { DataStatus } from "../queries/get-data-status";
import type { TimePart, TimeSpent } from "../queries/get-time-spent";
import { column } from "./column";
import type { Report, ReportRow } from "./report";
import { reportFrame } from "./report-frame";

type TimeInput = { readonly unitName: string; readonly period: Period; readonly time: TimeSpent };

const PARTS = ["working", "awaitingSupplement", "awaitingPayment", "stopped"] as const satisfies TimePart[];

/** What the working days of a unit's dossiers went on, as a table to take away. */
export function buildTimeReport({ unitName, period, time }: TimeInput, status: DataStatus): Report {
  const row = (part: TimePart): ReportRow => [TIME_PART_NAMES[part], ...spreadCells(time[part], time.total.sum)];
  return {
    ...reportFrame({
      kind: "time",
      title: timeFinding(unitName, time.total),
      unitName,
      period,
      formula: null,
      target: null,
      status,
    }),
    columns: [
      column("text", TIME.part),
      column("count", TIME.dossiers),
      column("count", TIME.median),
      column("count", TIME.ninth),
      column("count", TIME.sum),
      column("percent", TIME.share),
    ],
    rows: PARTS.map(row),
    rowCount: PARTS.length,
    sums: [row("total")],
    notes: [TIME.note],
  };
}

/** How many, the middle and the ninth tenth, the sum, and its share of all. */
export function spreadCells({ count, median, ninth, sum }: Spread, all: number): ReportRow {
  return [count, median, ninth, sum, all === 0 ? null : Math.round((WHOLE_BP * sum) / all)];
}
