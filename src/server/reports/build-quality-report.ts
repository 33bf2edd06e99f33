import "server-only";
import { QUALITY_CHECKS } from "@/lib/quality-checks";
import { QUALITY, QUALITY_HEADS, QUALITY_READINGS, qualityFinding } from "@/lib/strings/quality";
import { LEVEL_NAMES, restName, totalName } from "@/lib/strings/ranking";
import type { DataQuality, QualityRow } from "../queries/get-data-quality";
import type { DataStatus } from "../queries/get-data-status";
import type { Report, ReportRow } from "./report";
import { oneLine, reportFrame } from "./report-frame";

/** What each check found in each unit, as a table to take away; what the source does not tell stays empty. */
export function buildQualityReport(quality: DataQuality, status: DataStatus): Report {
  const { unit, level, period, rows, rest, total } = quality;
  const toRow = ({ received, counts }: QualityRow, name: string): ReportRow => [
    name,
    received,
    ...QUALITY_CHECKS.map((check) => counts[check]),
  ];
  return {
    ...reportFrame({
      kind: "quality",
      title: qualityFinding(unit.name, Object.values(total.counts)),
      unitName: unit.name,
      period,
      formula: null,
      target: null,
      status,
      further: [LEVEL_NAMES[level]],
    }),
    columns: [
      { group: null, head: QUALITY.unit, kind: "text", width: 34 },
      { group: null, head: oneLine(QUALITY.received), kind: "count", width: 11 },
      ...QUALITY_CHECKS.map((check) => ({
        group: null,
        head: oneLine(QUALITY_HEADS[check]),
        kind: "count" as const,
        width: 11,
      })),
    ],
    rows: rows.map((row) => toRow(row, row.name ?? "")),
    rowCount: rows.length,
    sums: [
      ...(rest === null || rows.length === 0 ? [] : [toRow(rest, restName(unit.level, level))]),
      toRow(total, totalName(unit.name)),
    ],
    notes: [
      QUALITY.note,
      QUALITY.untold,
      ...QUALITY_CHECKS.map((check) => `${oneLine(QUALITY_HEADS[check])}: ${QUALITY_READINGS[check].meaning}`),
    ],
  };
}
