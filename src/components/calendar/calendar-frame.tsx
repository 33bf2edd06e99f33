import type { ReactNode } from "react";
import { ContextBar, type Freshness } from "@/components/layout/context-bar";
import { PageBody } from "@/components/layout/page-body";
import { CALENDAR } from "@/lib/strings/calendar";

type CalendarFrameProps = {
  readonly provinceName: string;
  readonly status: Freshness;
  /** The name of this page below the calendar; null on the calendar itself. */
  readonly step: string | null;
  readonly children: ReactNode;
};

/** What the pages of the calendar have around them. */
export function CalendarFrame({ provinceName, status, step, children }: CalendarFrameProps) {
  const below = step === null ? [] : [{ name: step, href: null }];
  const path = [{ name: `${CALENDAR.title} ${provinceName}`, href: step === null ? null : "/calendar" }, ...below];
  return (
    <>
      <ContextBar path={path} view={[]} status={status} />
      <PageBody>{children}</PageBody>
    </>
  );
}
