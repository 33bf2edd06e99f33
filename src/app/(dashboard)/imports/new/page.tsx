import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ImportFrame } from "@/components/imports/import-frame";
import { NewImport } from "@/components/imports/new-import";
import { canImport } from "@/lib/access/roles";
import type { SearchParams } from "@/lib/filters";
import { momentOf } from "@/lib/sla";
import { documentTitle } from "@/lib/strings/common";
import { IMPORT_PAGES } from "@/lib/strings/import-pages";
import { requireViewer } from "@/server/auth/require-viewer";
import { now } from "@/server/clock";
import { getDataStatus } from "@/server/queries/get-data-status";
import { UPLOAD_LIMIT } from "@/server/uploads/upload-limit";
import { describeFormError } from "../form-error";

const { title } = IMPORT_PAGES.form;

export const metadata: Metadata = { title: documentTitle(title) };

export default async function NewImportPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer("/imports/new");
  if (!canImport(viewer.role)) notFound();
  const [params, status] = await Promise.all([searchParams, getDataStatus(viewer)]);
  return (
    <ImportFrame provinceName={status.provinceName} status={status} step={title}>
      <NewImport
        sourceNames={status.sources.map(({ name }) => name)}
        defaultAsOf={momentOf(now(), status.zone).slice(0, "YYYY-MM-DDTHH:mm".length)}
        maxBytes={UPLOAD_LIMIT}
        message={describeFormError(params)}
      />
    </ImportFrame>
  );
}
