import "server-only";
import type { ChangedRow } from "@/lib/import-preview";
import { IMPORT_PAGES } from "@/lib/strings/import-pages";
import { changedValue, IMPORT_PREVIEW as words } from "@/lib/strings/import-preview";
import type { DataStatus } from "../queries/get-data-status";
import type { PreviewChangeList } from "../queries/stream-preview-changes";
import { column } from "./column";
import type { Report, ReportRow } from "./report";
import { plainFrame } from "./report-frame";

type ChangesInput = PreviewChangeList & { readonly batchId: number; readonly fileName: string };

async function* cellsOf(rows: AsyncIterable<ChangedRow>): AsyncGenerator<ReportRow> {
  for await (const { code, unitName, field, before, after } of rows) {
    yield field === null
      ? [code, unitName, words.sameFacts, null, null]
      : [code, unitName, words.fieldNames[field], changedValue(field, before), changedValue(field, after)];
  }
}

/** Every field that a file would change, as a table to take away. */
export function buildChangesReport(
  { batchId, fileName, dossiers, total, rows }: ChangesInput,
  status: DataStatus,
): Report {
  const further = [IMPORT_PAGES.batch.number(batchId), fileName];
  return {
    ...plainFrame("changes", words.changesTitle(dossiers), status, further),
    columns: [words.code, words.unit, words.field, words.old, words.new].map((head) => column("text", head)),
    rows: cellsOf(rows),
    rowCount: total,
    sums: [],
    notes: [],
  };
}
