import { compareDays } from "./calendar-day";
import { SlaError } from "./errors";
import type { CalendarDay, DaySpan, Pause } from "./types";

const NO_SPANS: readonly DaySpan[] = [];

/**
 * The days of all pauses within [from, until), as disjoint ascending spans; touching ones are joined, empty ones
 * dropped. The order of the pauses does not matter. Throws `pauseReversed`.
 */
export function mergePauses(
  pauses: readonly Pause[],
  from: CalendarDay,
  until: CalendarDay | null,
): readonly DaySpan[] {
  if (pauses.length === 0) return NO_SPANS;
  const clipped: DaySpan[] = [];
  for (const pause of pauses) {
    if (pause.until !== null && pause.until < pause.from) {
      throw new SlaError("pauseReversed", { from: pause.from, until: pause.until });
    }
    const start = pause.from < from ? from : pause.from;
    const end = earlierEnd(pause.until, until);
    if (end === null || start < end) clipped.push({ from: start, until: end });
  }
  return clipped.length < 2 ? clipped : joinSpans(clipped);
}

/** The earlier of two ends; null is never. */
function earlierEnd(a: CalendarDay | null, b: CalendarDay | null): CalendarDay | null {
  if (a === null) return b;
  if (b === null) return a;
  return a < b ? a : b;
}

function laterEnd(a: CalendarDay | null, b: CalendarDay | null): CalendarDay | null {
  if (a === null || b === null) return null;
  return a < b ? b : a;
}

function joinSpans(spans: DaySpan[]): DaySpan[] {
  spans.sort((a, b) => compareDays(a.from, b.from));
  const joined: DaySpan[] = [];
  let current: DaySpan | null = null;
  for (const span of spans) {
    if (current !== null && (current.until === null || span.from <= current.until)) {
      current = { from: current.from, until: laterEnd(current.until, span.until) };
    } else {
      if (current !== null) joined.push(current);
      current = span;
    }
  }
  if (current !== null) joined.push(current);
  return joined;
}
