import type { CalendarDay, DaySpan, DossierClass, DossierTimeline } from "./types";

export function isWithin(spans: readonly DaySpan[], day: CalendarDay): boolean {
  for (const span of spans) {
    if (span.from <= day && (span.until === null || day < span.until)) return true;
  }
  return false;
}

/** The one class of a dossier at the end of a day; null before it was received, or when it is outside every count. */
export function classOn(timeline: DossierTimeline, asOf: CalendarDay): DossierClass | null {
  if (!timeline.counted || asOf < timeline.receivedOn) return null;
  if (timeline.closedOn !== null && timeline.closedOn <= asOf) return timeline.outcome;
  if (isWithin(timeline.pausedSpans, asOf)) return "paused";
  if (timeline.undated) return "openUndated";
  return isWithin(timeline.overdueSpans, asOf) ? "overdue" : "inTime";
}
