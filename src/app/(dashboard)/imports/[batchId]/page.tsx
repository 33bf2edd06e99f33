import type { Metadata } from "next";
import { orNotFound } from "@/app/or-not-found";
import { parseId } from "@/app/parse-id";
import { BrokenSums } from "@/components/imports/broken-sums";
import { ImportBatch } from "@/components/imports/import-batch";
import { ImportFrame } from "@/components/imports/import-frame";
import { ImportProblems } from "@/components/imports/import-problems";
import { PeriodForm } from "@/components/imports/period-form";
import { PreviewChanges } from "@/components/imports/preview-changes";
import { PreviewRates } from "@/components/imports/preview-rates";
import { PreviewWarnings } from "@/components/imports/preview-warnings";
import { SheetForm } from "@/components/imports/sheet-form";
import type { SearchParams } from "@/lib/filters";
import { documentTitle } from "@/lib/strings/common";
import { IMPORT_PAGES } from "@/lib/strings/import-pages";
import { describeProblem } from "@/lib/strings/imports";
import { UNEXPLAINED_HEADERS, UNEXPLAINED_TABLES } from "@/lib/unexplained-heads";
import { requireViewer } from "@/server/auth/require-viewer";
import { getDataStatus } from "@/server/queries/get-data-status";
import { getImport, type ImportDetails } from "@/server/queries/get-import";
import { getImportPreview } from "@/server/queries/get-import-preview";
import { listImportProblems } from "@/server/queries/list-import-problems";
import { describeBatchError } from "../form-error";
import { cancelBatch, chooseSheet, confirmBatch, previewAgain, setPeriod, undoBatch } from "./actions";

type ImportPageProps = { params: Promise<{ batchId: string }>; searchParams: Promise<SearchParams> };

/** On the page; all of them are in the file to download. */
const SHOWN_PROBLEMS = 100;

const { number: numberOf } = IMPORT_PAGES.batch;

export async function generateMetadata({ params }: ImportPageProps): Promise<Metadata> {
  return { title: documentTitle(numberOf(parseId((await params).batchId))) };
}

export default async function ImportPage({ params, searchParams }: ImportPageProps) {
  const id = parseId((await params).batchId);
  const viewer = await requireViewer(`/imports/${id}`);
  const batch = await orNotFound(getImport(viewer, id));
  const [problems, status, preview] = await Promise.all([
    listImportProblems(viewer, id, { page: 1 }),
    getDataStatus(viewer),
    getImportPreview(viewer, id),
  ]);
  const aggregate = batch.reading?.aggregate;
  return (
    <ImportFrame provinceName={status.provinceName} status={status} step={numberOf(id)}>
      <ImportBatch
        batch={batch}
        zone={status.zone}
        message={describeBatchError(batch.failure, await searchParams)}
        explain={explainable(batch, problems.rows)}
        confirm={confirmBatch.bind(null, id)}
        cancel={cancelBatch.bind(null, id)}
        undo={undoBatch.bind(null, id)}
        again={canStartAnew(batch) ? previewAgain.bind(null, id) : null}
        warnings={
          <>
            {preview && <PreviewWarnings warnings={preview.warnings} />}
            {batch.reading && ["previewed", "applied"].includes(batch.state) && (
              <SheetForm
                reading={batch.reading}
                save={batch.state === "previewed" ? chooseSheet.bind(null, id) : null}
              />
            )}
            {aggregate && <BrokenSums note={aggregate} />}
            {asksPeriod(batch) && <PeriodForm period={aggregate?.period ?? null} save={setPeriod.bind(null, id)} />}
          </>
        }
      >
        {preview && !aggregate && <PreviewRates period={preview.period} rows={preview.rates} />}
        {preview && !aggregate && <PreviewChanges {...preview.changes} fileOf={batch.hasChanges ? id : null} />}
        <ImportProblems
          batchId={id}
          total={problems.total}
          returned={batch.hasReturnedRows ? (aggregate ? "table" : "list") : null}
          rows={problems.rows
            .slice(0, SHOWN_PROBLEMS)
            .map((row) => ({ ...row, message: describeProblem(row.code, row.details) }))}
        />
      </ImportBatch>
    </ImportFrame>
  );
}

/** Of a table that does not tell its period, or while its preview can still be made anew. */
function asksPeriod({ state, failure, reading }: ImportDetails): boolean {
  return state === "failed"
    ? failure?.code === "aggregatePeriodMissing" || failure?.code === "aggregatePeriodAhead"
    : state === "previewed" && reading?.aggregate !== undefined;
}

/** Failed of what may be otherwise the next time, not of the file itself. */
const PASSING_FAILURES: readonly unknown[] = ["previewOutdated", "connectionLost", "readingStopped", "unexpected"];

function canStartAnew({ state, failure, hasFile }: ImportDetails): boolean {
  return state === "failed" && hasFile && PASSING_FAILURES.includes(failure?.code);
}

const UNKNOWN_NAMES: readonly unknown[] = ["unknownUnit", "ambiguousUnit", "unknownProcedure", "unknownStatus"];

function explainable(
  { state, failure }: Pick<ImportDetails, "state" | "failure">,
  problems: readonly { readonly code: unknown }[],
): "columns" | "table" | "names" | null {
  if (state === "failed" && UNEXPLAINED_HEADERS.includes(failure?.code ?? "")) return "columns";
  if (state === "failed" && UNEXPLAINED_TABLES.includes(failure?.code ?? "")) return "table";
  return state === "previewed" && problems.some(({ code }) => UNKNOWN_NAMES.includes(code)) ? "names" : null;
}
