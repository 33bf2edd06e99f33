import "server-only";
import { calendarFor, type ProvinceCalendars } from "../sla/compile-calendars";
import { computedDueOn } from "../sla/computed-due-on";
import { limitOn, type TimeLimits } from "../sla/load-time-limits";
import type { StoredDossier } from "./stream-dossiers";
import type { Difference } from "./verify";

/** Whether a dossier's stored computed due day is what the calendar in force gives. */
export function compareDueDay(dossier: StoredDossier, calendars: ProvinceCalendars, limits: TimeLimits): Difference[] {
  const { id, unitId, procedureId, facts, computedDueOn: stored } = dossier;
  const receipt = { on: facts.receivedOn, at: facts.receivedAt ?? null };
  const limit = limitOn(limits, procedureId, facts.receivedOn);
  const expected = computedDueOn(calendarFor(calendars, unitId), receipt, limit);
  if (stored === expected) return [];
  return [{ what: "computedDueOn", where: `dossier ${id}`, stored: stored ?? "-", expected: expected ?? "-" }];
}
