import { UNIT_CUTS } from "./unit-cuts";

/** Those that the homes and the comparison draw from the same figures. */
export const INSIGHT_REPORTS = ["pareto", "movers", "evidence", "usage", "funnel", "months"] as const;

/** Those of a unit's further pages, and the working calendar. */
export const PART_REPORTS = ["control", "time", "steps", "forecast", "calendar"] as const;

/** Sums and settings: a few lines each. */
export const BRIEF_REPORTS = [
  "balance",
  "ages",
  "recovery",
  "outlook",
  "sources",
  "counts",
  "mappings",
  "editions",
] as const;

/** The tables that can be taken away. */
export const REPORT_KINDS = [
  "ranking",
  "quality",
  "fields",
  "trend",
  "dossiers",
  "imports",
  "problems",
  "changes",
  ...UNIT_CUTS,
  ...INSIGHT_REPORTS,
  ...PART_REPORTS,
  ...BRIEF_REPORTS,
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** xlsx; csv in UTF-8; unicode: UTF-16LE with tabs, which every edition of Excel opens with its accents. */
export const REPORT_FORMATS = ["xlsx", "csv", "unicode"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** The file of a table; the parameters are those of the page that shows it. */
export function reportHref(kind: ReportKind, format: ReportFormat, params: URLSearchParams): string {
  const all = new URLSearchParams(params);
  all.set("format", format);
  return `/api/reports/${kind}?${all}`;
}
