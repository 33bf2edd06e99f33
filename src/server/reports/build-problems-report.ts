import "server-only";
import { describeProblem } from "@/lib/strings/imports";
import { IMPORT_PAGES } from "@/lib/strings/import-pages";
import type { DataStatus } from "../queries/get-data-status";
import type { ImportProblemRow } from "../queries/list-import-problems";
import type { Report, ReportColumn } from "./report";
import { reportFrame } from "./report-frame";

const { problems: words, batch } = IMPORT_PAGES;

type ProblemsInput = {
  readonly batchId: number;
  readonly fileName: string;
  readonly total: number;
  readonly rows: AsyncIterable<ImportProblemRow>;
};

async function* cellsOf(rows: AsyncIterable<ImportProblemRow>) {
  for await (const { row, column, code, dossierCode, details } of rows) {
    yield [row, column ?? words.wholeRow, code, dossierCode, describeProblem(code, details)];
  }
}

/** Every problem of one import, as a table to send back to whoever made the file. */
export function buildProblemsReport(input: ProblemsInput, status: DataStatus): Report {
  const text = (head: string, width: number): ReportColumn => ({ group: null, head, kind: "text", width });
  return {
    ...reportFrame({
      kind: "problems",
      title: words.title(input.total),
      unitName: null,
      period: null,
      formula: null,
      target: null,
      status,
      further: [batch.number(input.batchId), input.fileName],
    }),
    columns: [
      { group: null, head: words.row, kind: "count", width: 8 },
      text(words.column, 20),
      text(words.code, 20),
      text(words.dossier, 24),
      text(words.message, 80),
    ],
    rows: cellsOf(input.rows),
    rowCount: input.total,
    sums: [],
    notes: [],
  };
}
