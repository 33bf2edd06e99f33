import "server-only";
import { momentOf } from "@/lib/sla";
import { freshnessFinding, HOME } from "@/lib/strings/home";
import type { DataStatus } from "../queries/get-data-status";
import { column } from "./column";
import type { Report } from "./report";
import { plainFrame } from "./report-frame";

/** How fresh each source is, as a table to take away. */
export function buildSourcesReport(status: DataStatus): Report {
  return {
    ...plainFrame("sources", freshnessFinding(status.sources), status),
    columns: [column("text", HOME.source), column("day", HOME.asOf), column("moment", HOME.importedAt)],
    rows: status.sources.map(({ name, asOf, importedAt }) => [name, asOf, momentOf(new Date(importedAt), status.zone)]),
    rowCount: status.sources.length,
    sums: [],
    notes: [],
  };
}
