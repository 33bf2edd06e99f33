import type { WorkingCalendar } from "./compile-calendar";
import { type Hazards, type ObservedLife, probabilityLate } from "./lateness-forecast";
import type { CalendarDay, DossierTimeline } from "./types";
import { type AgingTimeline, workingAge } from "./working-age";
import { workingDaysBetween } from "./working-calendar";

/** Place of the due day on a scale of working days: one less is a day before it, one more a day after. */
export const DUE_PLACE = 250;

/**
 * A dossier's life until it ended, or until the end of the as-of day, on the scale of its due day. Offices hurry as it
 * draws near: dossiers of different limits are alike there, not at the same age. Null when it ended beyond the scale.
 */
export function lifeTowardsDue(
  timeline: AgingTimeline & Pick<DossierTimeline, "outcome">,
  dueOn: CalendarDay,
  calendar: WorkingCalendar,
  asOf: CalendarDay,
): ObservedLife | null {
  const isClosed = timeline.closedOn !== null && timeline.closedOn <= asOf;
  const end = isClosed && timeline.closedOn !== null ? timeline.closedOn : asOf;
  const place =
    DUE_PLACE + (end > dueOn ? workingDaysBetween(calendar, dueOn, end) : -workingDaysBetween(calendar, end, dueOn));
  if (place < 0) return null;
  const from = Math.max(0, place - workingAge(timeline, calendar, asOf));
  if (!isClosed) return { age: place, end: "open", from };
  return { age: place, end: timeline.outcome === "returned" ? "returned" : "resolved", from };
}

/** The probability that a dossier still open, with so many working days left, is open past its due day. */
export function probabilityLateWith(hazards: Hazards, workingDaysLeft: number): number {
  return probabilityLate(hazards, DUE_PLACE - workingDaysLeft, DUE_PLACE);
}
