import type { Metadata } from "next";
import { orNotFound } from "@/app/or-not-found";
import { ImportFrame } from "@/components/imports/import-frame";
import { SourceMappings } from "@/components/imports/source-mappings";
import { documentTitle } from "@/lib/strings/common";
import { SOURCE_MAPPINGS } from "@/lib/strings/source-mappings";
import { requireViewer } from "@/server/auth/require-viewer";
import { getDataStatus } from "@/server/queries/get-data-status";
import { listSourceMappings } from "@/server/queries/list-source-mappings";
import { forgetHeader, forgetName } from "./actions";

export const metadata: Metadata = { title: documentTitle(SOURCE_MAPPINGS.title) };

export default async function SourceMappingsPage() {
  const viewer = await requireViewer("/imports/mappings");
  const mappings = await orNotFound(listSourceMappings(viewer));
  const status = await getDataStatus(viewer);
  return (
    <ImportFrame provinceName={status.provinceName} status={status} step={SOURCE_MAPPINGS.title}>
      <SourceMappings {...mappings} zone={status.zone} forgetName={forgetName} forgetHeader={forgetHeader} />
    </ImportFrame>
  );
}
