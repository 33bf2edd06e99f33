import "server-only";
import type { Period } from "@/lib/period";
import type { ReportKind } from "@/lib/reports";
import type { FormulaId, TargetRule } from "@/lib/sla";
import { COMMON, capitalise, FORMULA_TEXTS, targetText } from "@/lib/strings/common";
import { freshness } from "@/lib/strings/nav";
import { describePeriod } from "@/lib/strings/periods";
import { fileWord, reportFileName, SHEET_NAMES } from "@/lib/strings/reports";
import type { DataStatus } from "../queries/get-data-status";
import type { Report } from "./report";

export type FrameInput = {
  readonly kind: ReportKind;
  readonly title: string;
  /** What it speaks of; null for a table of the whole province without a period. */
  readonly unitName: string | null;
  readonly period: Period | null;
  readonly formula: FormulaId | null;
  readonly target: TargetRule | null;
  readonly status: DataStatus;
  /** Further words of the first line under the title. */
  readonly further?: readonly string[];
};

/** What stands above every table: title, unit, period, target, formula, as-of day, and whether the data are made up. */
export function reportFrame(input: FrameInput): Pick<Report, "fileName" | "sheetName" | "title" | "facts"> {
  const { kind, title, unitName, period, formula, target, status, further = [] } = input;
  const view = [
    unitName ?? status.provinceName,
    ...(period === null ? [] : [capitalise(describePeriod(period))]),
    ...(target === null ? [] : [capitalise(targetText(target))]),
    ...further,
  ];
  const fresh = freshness(status.asOf, status.sources, status.zone);
  return {
    fileName: reportFileName(
      kind,
      [fileWord(unitName ?? status.provinceName), ...(period === null ? [] : [period.from, period.to])],
      status.isDemo,
    ),
    sheetName: SHEET_NAMES[kind],
    title,
    facts: [
      view.join(" · "),
      ...(formula === null ? [] : [FORMULA_TEXTS[formula]]),
      status.isDemo ? `${fresh} · ${COMMON.demo}` : fresh,
    ],
  };
}

/** The same for a table of the whole province that has no period and no rate. */
export function plainFrame(kind: ReportKind, title: string, status: DataStatus, further: readonly string[] = []) {
  return reportFrame({ kind, title, unitName: null, period: null, formula: null, target: null, status, further });
}

/** A head that breaks where the line does on the page, on one line. */
export function oneLine(head: string): string {
  return head.replaceAll("\n", " ");
}
