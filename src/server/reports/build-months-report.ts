import "server-only";
import { formatMonth } from "@/lib/format";
import { isLastingMiss } from "@/lib/insight/month-pattern";
import type { Period } from "@/lib/period";
import { displayBp, type Rate } from "@/lib/sla";
import { capitalise } from "@/lib/strings/common";
import { COMPARE, heatFinding } from "@/lib/strings/compare";
import type { DataStatus } from "../queries/get-data-status";
import { column } from "./column";
import type { RatedRow, RatedView } from "./rated-view";
import type { Report } from "./report";
import { reportFrame } from "./report-frame";

type MonthsInput = RatedView & {
  readonly months: readonly Period[];
  /** Rates of those months, in their order. */
  readonly units: readonly { readonly row: Pick<RatedRow, "name" | "rate">; readonly rates: readonly Rate[] }[];
};

/** The rate of each unit in each month, as a table to take away. */
export function buildMonthsReport({ months, units, ...view }: MonthsInput, status: DataStatus): Report {
  const { target } = view;
  const lasting = units.filter(({ rates }) => isLastingMiss(rates, target)).length;
  return {
    ...reportFrame({ ...view, kind: "months", title: heatFinding(lasting, target), status }),
    columns: [
      column("text", COMPARE.unit),
      ...months.map(({ from }) => column("percent", formatMonth(from))),
      column("percent", capitalise(COMPARE.average)),
    ],
    rows: units.map(({ row, rates }) => [
      row.name,
      ...months.map((_, index) => displayBp(rates[index] ?? null, target)),
      displayBp(row.rate, target),
    ]),
    rowCount: units.length,
    sums: [],
    notes: [COMPARE.heatNoteOnFile],
  };
}
