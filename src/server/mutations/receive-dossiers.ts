import "server-only";
import { canImport } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import { API } from "@/lib/strings/api";
import { describeProblem } from "@/lib/strings/imports";
import type { Received } from "../api/dossiers-contract";
import { AppError } from "../errors";
import { openBatch } from "../imports/batch-rows";
import { codeOf } from "../imports/portal/code-of";
import type { PortalService } from "../imports/portal/portal-schema";
import { recordsSource } from "../imports/portal/records-source";
import type { RowProblem } from "../imports/row-problem";
import type { RowResult } from "../imports/row-result";
import { runBatch } from "../imports/run-batch";

export type ReceiveDossiersInput = {
  readonly tokenId: number;
  readonly tokenName: string;
  readonly sourceName: string;
  readonly service: PortalService;
  /** Moment up to which the records tell the truth. */
  readonly asOf: Date;
  readonly records: readonly unknown[];
  readonly bytes: number;
  readonly sha256: string;
};

/** An import under way is waited for so long: many requests follow each other, a file takes longer. */
const WAIT_MS = 10_000;

/**
 * Takes over what another system sends, as one batch of the import history: all that is right in one transaction
 * with the ledger, or nothing. Throws `notFound` for who may not import, `invalidInput` for an as-of moment to
 * come, `importBusy` while a file of the province is imported for longer, `connectionLost`.
 */
export async function receiveDossiers(viewer: Viewer, input: ReceiveDossiersInput): Promise<Received> {
  if (!canImport(viewer.role)) throw new AppError("notFound", { what: "import" });
  const batch = await openBatch(viewer, {
    sourceName: input.sourceName,
    isDemo: false,
    fileName: API.batchName(input.tokenName),
    fileSha256: input.sha256,
    fileBytes: input.bytes,
    asOf: input.asOf,
    apiTokenId: input.tokenId,
  });
  const outcome = await runBatch(batch, {
    source: recordsSource(viewer, input.service, input.records),
    scopePath: viewer.scopePath,
    dryRun: false,
    waitMs: WAIT_MS,
    answersEach: true,
    onProgress: () => {},
  });
  const problems = new Map<number, RowProblem[]>();
  for (const problem of outcome.problems) {
    problems.set(problem.rowNumber, [...(problems.get(problem.rowNumber) ?? []), problem]);
  }
  return {
    batch: batch.batchId,
    asOf: batch.asOf.toISOString(),
    records: outcome.rowsRead,
    inserted: outcome.inserted,
    updated: outcome.updated,
    unchanged: outcome.unchanged,
    rejected: outcome.rejected,
    results: input.records.map((record, index) =>
      toResult(record, problems.get(index + 1) ?? [], outcome.results.get(index + 1)),
    ),
  };
}

function toResult(record: unknown, problems: readonly RowProblem[], result: RowResult | undefined) {
  return {
    code: codeOf(record),
    result: problems.length > 0 ? ("rejected" as const) : (result ?? "unchanged"),
    problems: problems.map(({ columnName, code, details }) => ({
      field: columnName,
      code,
      message: describeProblem(code, details),
    })),
  };
}
