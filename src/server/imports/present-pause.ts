import "server-only";
import type { CalendarDay, DossierStatus, Pause } from "@/lib/sla";
import { isPauseReason } from "./words";

/**
 * The pause of a dossier whose list says that it is paused and not since when: it goes on when one was known, and
 * begins with the day the list speaks for when none was, as with records of the portal. Null for what is not paused.
 */
export function presentPause(known: readonly Pause[], status: DossierStatus, asOfOn: CalendarDay): Pause | null {
  if (!isPauseReason(status)) return null;
  const isKnown = known.some(({ from, until }) => until === null && from <= asOfOn);
  return isKnown ? null : { from: asOfOn, until: null, reason: status };
}
