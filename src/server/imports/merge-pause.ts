import "server-only";
import type { CalendarDay, Pause } from "@/lib/sla";

/**
 * The pauses known before, with what the newer list says. A list tells of one pause only, so earlier ones
 * stay. One that was open and is not told of again has ended: when the next began, or else by the day the
 * list speaks for, because the dossier is being worked on again.
 */
export function mergePause(
  known: readonly Pause[],
  told: Pause | null,
  isPausedNow: boolean,
  asOfOn: CalendarDay,
): readonly Pause[] {
  if (known.length === 0) return told === null ? [] : [told];
  const others = known
    .filter((pause) => pause.from !== told?.from)
    .map((pause) => {
      // A pause of after the list's day is news from a newer list: this one knows nothing of it.
      if (pause.until !== null || pause.from > asOfOn) return pause;
      const end = told !== null && told.from > pause.from ? told.from : isPausedNow ? null : asOfOn;
      return { ...pause, until: end };
    });
  const merged = told === null ? others : [...others, told];
  return merged.sort((a, b) => (a.from < b.from ? -1 : 1));
}
