import "server-only";
import { IMPORT_PAGES } from "@/lib/strings/import-pages";
import type { DataStatus } from "../queries/get-data-status";
import type { ImportDetails } from "../queries/get-import";
import { column } from "./column";
import type { Report } from "./report";
import { plainFrame } from "./report-frame";

const { batch: words, counts, list, states } = IMPORT_PAGES;
const COUNTS = ["rowsRead", "inserted", "updated", "unchanged", "rejected"] as const;

/** What became of the rows of one file, as a table to take away. */
export function buildCountsReport(batch: ImportDetails, status: DataStatus): Report {
  return {
    ...plainFrame("counts", `${words.number(batch.id)} · ${states[batch.state]}`, status, [batch.fileName]),
    columns: [
      column("text", list.file),
      column("text", list.source),
      column("day", list.asOf),
      ...COUNTS.map((name) => column("count", counts[name])),
    ],
    rows: [[batch.fileName, batch.sourceName, batch.asOf, ...COUNTS.map((name) => batch[name])]],
    rowCount: 1,
    sums: [],
    notes: [words.identity],
  };
}
