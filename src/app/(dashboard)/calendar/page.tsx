import type { Metadata } from "next";
import { CalendarFrame } from "@/components/calendar/calendar-frame";
import { CalendarPage } from "@/components/calendar/calendar-page";
import type { SearchParams } from "@/lib/filters";
import { returnPath } from "@/lib/return-path";
import { CALENDAR } from "@/lib/strings/calendar";
import { documentTitle } from "@/lib/strings/common";
import { requireViewer } from "@/server/auth/require-viewer";
import { getCalendar } from "@/server/queries/get-calendar";
import { getDataStatus } from "@/server/queries/get-data-status";
import { shownYear } from "./shown-year";

export const metadata: Metadata = { title: documentTitle(CALENDAR.title) };

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const search = await searchParams;
  const viewer = await requireViewer(returnPath("/calendar", search));
  const [calendar, status] = await Promise.all([getCalendar(viewer), getDataStatus(viewer)]);
  const published = search.published === String(calendar.version) ? calendar.version : null;
  return (
    <CalendarFrame provinceName={status.provinceName} status={status} step={null}>
      <CalendarPage
        calendar={calendar}
        year={shownYear(search.year, calendar, status.asOf)}
        zone={status.zone}
        published={published}
      />
    </CalendarFrame>
  );
}
