import { redirect } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { parseId } from "@/app/parse-id";
import { requireViewer } from "@/server/auth/require-viewer";
import { openView } from "./open-view";

/** Leads to the page itself, as it is for the reader today. */
export default async function Page({ params }: { params: Promise<{ viewId: string }> }) {
  const { viewId } = await params;
  const viewer = await requireViewer(`/views/${encodeURIComponent(viewId)}`);
  redirect(await orNotFound(openView(viewer, parseId(viewId))));
}
