import "server-only";
import { momentOf } from "@/lib/sla";
import { IMPORT_PAGES } from "@/lib/strings/import-pages";
import type { ImportListRow } from "../queries/batch-columns";
import type { DataStatus } from "../queries/get-data-status";
import type { Report, ReportColumn } from "./report";
import { reportFrame } from "./report-frame";

const { list, counts, states } = IMPORT_PAGES;
const COUNTS = ["rowsRead", "inserted", "updated", "unchanged", "rejected"] as const;
/** Before a file was read to its end, and when it failed, there is nothing to count. */
const UNCOUNTED: readonly ImportListRow["state"][] = ["uploaded", "waiting", "previewing", "applying", "failed"];

/** The history of imports, as a table to take away. */
export function buildImportsReport(rows: readonly ImportListRow[], status: DataStatus): Report {
  const text = (head: string, width: number): ReportColumn => ({ group: null, head, kind: "text", width });
  return {
    ...reportFrame({
      kind: "imports",
      title: list.heading(rows.length),
      unitName: null,
      period: null,
      formula: null,
      target: null,
      status,
    }),
    columns: [
      text(list.file, 40),
      text(list.source, 20),
      { group: null, head: list.asOf, kind: "day", width: 12 },
      text(IMPORT_PAGES.state, 20),
      ...COUNTS.map((name) => ({ group: null, head: counts[name], kind: "count" as const, width: 12 })),
      text(list.who, 24),
      { group: null, head: list.when, kind: "moment", width: 18 },
    ],
    rows: rows.map((row) => [
      row.fileName,
      row.sourceName,
      row.asOf,
      states[row.state],
      ...COUNTS.map((name) => (UNCOUNTED.includes(row.state) ? null : row[name])),
      row.createdBy ?? list.operator,
      momentOf(new Date(row.createdAt), status.zone),
    ]),
    rowCount: rows.length,
    sums: [],
    notes: [],
  };
}
