import "server-only";
import { FORM_COLUMNS } from "@/lib/form06a-columns";
import type { Period } from "@/lib/period";
import {
  addTallies,
  displayBp,
  emptyTally,
  FORMULAS,
  type FormulaId,
  missingToTarget,
  type Tally,
  type TargetRule,
} from "@/lib/sla";
import { RATE_NAMES } from "@/lib/strings/common";
import { finding } from "@/lib/strings/ranking";
import { REPORTS } from "@/lib/strings/reports";
import { CUT_HEADS, CUT_TITLES, CUTS, cutRowName } from "@/lib/strings/unit-parts";
import { UNITS } from "@/lib/strings/units";
import type { UnitCut } from "@/lib/unit-cuts";
import type { DataStatus } from "../queries/get-data-status";
import type { CutRow } from "../queries/get-tallies-by-cut";
import type { Report, ReportRow } from "./report";
import { oneLine, reportFrame } from "./report-frame";

type CutInput = {
  readonly unitName: string;
  readonly period: Period;
  readonly formula: FormulaId;
  readonly target: TargetRule;
  readonly cut: UnitCut;
  readonly rows: readonly CutRow[];
  /** To what the table is narrowed, in words. */
  readonly further: readonly string[];
};

/** The counts of form II.06a by procedure, channel or officer, every row of them, as a table to take away. */
export function buildCutReport(
  { unitName, period, formula, target, cut, rows, further }: CutInput,
  status: DataStatus,
): Report {
  const total = rows.map(({ tally }) => tally).reduce(addTallies, emptyTally());
  const { rateOf } = FORMULAS[formula];
  const row = (order: number | null, name: string, tally: Tally): ReportRow => [
    order,
    name,
    ...FORM_COLUMNS.map(({ countIn }) => countIn(tally)),
    displayBp(rateOf(tally), target),
    missingToTarget(rateOf(tally), target),
  ];
  return {
    ...reportFrame({
      kind: cut,
      title: finding(unitName, rateOf(total), formula, target),
      unitName,
      period,
      formula,
      target,
      status,
      further: [CUT_TITLES[cut], ...further],
    }),
    columns: [
      { group: null, head: CUTS.order, kind: "count", width: 6 },
      { group: null, head: CUT_HEADS[cut], kind: "text", width: 50 },
      ...FORM_COLUMNS.map(({ number, group, head }) => ({
        group,
        head: `${oneLine(head)} (${number})`,
        kind: "count" as const,
        width: 11,
      })),
      { group: null, head: oneLine(RATE_NAMES[formula]), kind: "percent", width: 10 },
      { group: null, head: oneLine(CUTS.missing), kind: "count", width: 10 },
    ],
    rows: rows.map((cutRow, index) => row(index + 1, cutRowName(cut, cutRow), cutRow.tally)),
    rowCount: rows.length,
    sums: [row(null, CUTS.total, total)],
    notes: [UNITS.formNote, ...(cut === "officers" ? [REPORTS.personal] : [])],
  };
}
