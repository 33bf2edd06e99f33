import type { Metadata } from "next";
import { orNotFound } from "@/app/or-not-found";
import { ImportFrame } from "@/components/imports/import-frame";
import { ImportHistory } from "@/components/imports/import-history";
import { documentTitle } from "@/lib/strings/common";
import { IMPORT_PAGES } from "@/lib/strings/import-pages";
import { requireViewer } from "@/server/auth/require-viewer";
import { getDataStatus } from "@/server/queries/get-data-status";
import { listImports } from "@/server/queries/list-imports";

export const metadata: Metadata = { title: documentTitle(IMPORT_PAGES.list.title) };

export default async function ImportsPage() {
  const viewer = await requireViewer("/imports");
  const rows = await orNotFound(listImports(viewer));
  const status = await getDataStatus(viewer);
  return (
    <ImportFrame provinceName={status.provinceName} status={status} step={null}>
      <ImportHistory rows={rows} zone={status.zone} />
    </ImportFrame>
  );
}
