import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { NewViewPage } from "@/components/views/new-view-page";
import type { SearchParams } from "@/lib/filters";
import { returnPath } from "@/lib/return-path";
import { describeError } from "@/lib/strings/errors";
import { requireViewer } from "@/server/auth/require-viewer";
import { APP_ERROR_CODES } from "@/server/errors";
import { submitView } from "../actions";
import { loadNewView } from "./load-new-view";

const MOST_LETTERS = 100;

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams;
  const viewer = await requireViewer(returnPath("/views/new", params));
  const loaded = typeof params.of === "string" ? await orNotFound(loadNewView(viewer, params.of)) : null;
  if (loaded === null) notFound();
  const error = APP_ERROR_CODES.find((code) => code === params.error);
  const message = error === undefined ? null : describeError(error, { field: "viewName", reason: "missing" });
  const name = typeof params.name === "string" ? params.name.slice(0, MOST_LETTERS) : null;
  return <NewViewPage {...loaded} name={name} message={message} save={submitView} />;
}
