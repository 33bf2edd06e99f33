import "server-only";
import { momentOf } from "@/lib/sla";
import { IMPORT_MAPPING } from "@/lib/strings/import-mapping";
import { REPORTS } from "@/lib/strings/reports";
import { SOURCE_MAPPINGS as words } from "@/lib/strings/source-mappings";
import type { DataStatus } from "../queries/get-data-status";
import type { SourceMappings } from "../queries/list-source-mappings";
import { column } from "./column";
import type { Report, ReportRow } from "./report";
import { plainFrame } from "./report-frame";

type Said = { readonly sourceName: string; readonly by: string | null; readonly at: string };

/** What clerks have said of each source's names and headers, as a table to take away. */
export function buildMappingsReport({ names, headers }: SourceMappings, status: DataStatus): Report {
  const said = ({ sourceName, by, at }: Said): ReportRow => [
    sourceName,
    by ?? words.nobody,
    momentOf(new Date(at), status.zone),
  ];
  return {
    ...plainFrame("mappings", words.heading(names.length + headers.length), status),
    columns: [
      column("text", words.kind),
      column("text", words.text),
      { ...column("text", words.means), width: 60 },
      column("text", words.source),
      column("text", REPORTS.by),
      column("moment", REPORTS.at),
    ],
    rows: [
      ...names.map((name) => [IMPORT_MAPPING.kinds[name.kind], name.text, name.means, ...said(name)]),
      ...headers.map((header) => [words.headers, null, words.columnsText(header), ...said(header)]),
    ],
    rowCount: names.length + headers.length,
    sums: [],
    notes: [words.note],
  };
}
