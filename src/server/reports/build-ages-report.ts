import "server-only";
import type { Period } from "@/lib/period";
import { AGES, agesFinding, OVERDUE_AGE_NAMES } from "@/lib/strings/unit-insight";
import type { DataStatus } from "../queries/get-data-status";
import type { AgeCount } from "../queries/get-overdue-ages";
import { column } from "./column";
import type { Report } from "./report";
import { reportFrame } from "./report-frame";

type AgesInput = { readonly unitName: string; readonly period: Period; readonly ages: readonly AgeCount[] };

/** How long a unit's overdue dossiers have been so, as a table to take away. */
export function buildAgesReport({ unitName, period, ages }: AgesInput, status: DataStatus): Report {
  return {
    ...reportFrame({
      kind: "ages",
      title: agesFinding(ages),
      unitName,
      period,
      formula: null,
      target: null,
      status,
    }),
    columns: [column("text", AGES.age), column("count", AGES.dossiers)],
    rows: ages.map(({ age, count }) => [OVERDUE_AGE_NAMES[age], count]),
    rowCount: ages.length,
    sums: [[AGES.total, ages.reduce((sum, { count }) => sum + count, 0)]],
    notes: [AGES.fileNote],
  };
}
