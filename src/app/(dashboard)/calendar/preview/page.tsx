import type { Metadata } from "next";
import { orNotFound } from "@/app/or-not-found";
import { CalendarFrame } from "@/components/calendar/calendar-frame";
import { CalendarPreview } from "@/components/calendar/calendar-preview";
import type { SearchParams } from "@/lib/filters";
import { CALENDAR } from "@/lib/strings/calendar";
import { documentTitle } from "@/lib/strings/common";
import { requireViewer } from "@/server/auth/require-viewer";
import { publishDraft } from "./actions";
import { loadPreview } from "./load-preview";

export const metadata: Metadata = { title: documentTitle(CALENDAR.preview.title) };

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const search = await searchParams;
  const viewer = await requireViewer("/calendar");
  const { status, ...preview } = await orNotFound(loadPreview(viewer, search));
  const step = preview.undoes === null ? CALENDAR.preview.title : CALENDAR.preview.undoTitle(preview.undoes);
  return (
    <CalendarFrame provinceName={status.provinceName} status={status} step={step}>
      <CalendarPreview {...preview} publish={publishDraft} />
    </CalendarFrame>
  );
}
