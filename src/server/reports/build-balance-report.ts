import "server-only";
import type { Period } from "@/lib/period";
import type { FormulaId, TargetRule, Tally } from "@/lib/sla";
import { FORMULAS } from "@/lib/sla";
import { REPORTS } from "@/lib/strings/reports";
import { finding } from "@/lib/strings/ranking";
import { AGES } from "@/lib/strings/unit-insight";
import { unitAccounts } from "@/lib/unit-accounts";
import type { DataStatus } from "../queries/get-data-status";
import { column } from "./column";
import type { Report } from "./report";
import { reportFrame } from "./report-frame";

type BalanceInput = {
  readonly unitName: string;
  readonly period: Period;
  readonly formula: FormulaId;
  readonly target: TargetRule;
  readonly total: Tally;
};

/** The three accounts of a unit, each sum above what it is the sum of, as a table to take away. */
export function buildBalanceReport({ total, ...view }: BalanceInput, status: DataStatus): Report {
  const { unitName, formula, target } = view;
  const rows = unitAccounts(total).flatMap(({ head, lines }) => [
    [head.label, AGES.total, head.count],
    ...lines.map(({ label, count }) => [head.label, label, count]),
  ]);
  return {
    ...reportFrame({
      ...view,
      kind: "balance",
      title: finding(unitName, FORMULAS[formula].rateOf(total), formula, target),
      status,
    }),
    columns: [column("text", REPORTS.account), column("text", REPORTS.class), column("count", REPORTS.dossiers)],
    rows,
    rowCount: rows.length,
    sums: [],
    notes: [],
  };
}
