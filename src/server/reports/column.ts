import "server-only";
import type { ColumnKind, ReportColumn } from "./report";
import { oneLine } from "./report-frame";

const WIDTHS: Readonly<Record<ColumnKind, number>> = { text: 34, count: 12, percent: 12, day: 12, moment: 18 };

/** A column of no group, as wide as its kind usually is. */
export function column(kind: ColumnKind, head: string): ReportColumn {
  return { group: null, head: oneLine(head), kind, width: WIDTHS[kind] };
}
