import "server-only";
import {
  type CalendarDay,
  checkPromise,
  type DossierFacts,
  type PromiseFinding,
  SlaError,
  type TimeLimit,
  type WorkingCalendar,
} from "@/lib/sla";
import { verdictText } from "../ledger/compare-verdict";
import type { StoredDossier } from "../ledger/stream-dossiers";
import { calendarFor, type ProvinceCalendars } from "../sla/compile-calendars";
import { computedDueOn } from "../sla/computed-due-on";
import { limitOn, type TimeLimits } from "../sla/load-time-limits";

export type Calendars = { readonly before: ProvinceCalendars; readonly after: ProvinceCalendars };

/** A dossier before and after a change of the calendar. */
export type Judgement = {
  readonly dossier: StoredDossier;
  readonly computedDueOn: CalendarDay | null;
  readonly findingBefore: PromiseFinding | null;
  readonly finding: PromiseFinding | null;
  readonly verdictChanges: boolean;
};

/** What the engine says of a stored dossier under the calendars after a change. */
export function judgeDossier(dossier: StoredDossier, calendars: Calendars, limits: TimeLimits): Judgement {
  const { unitId, procedureId, facts, timeline, verdict } = dossier;
  const limit = limitOn(limits, procedureId, facts.receivedOn);
  const [before, after] = [calendarFor(calendars.before, unitId), calendarFor(calendars.after, unitId)];
  const finding = findingOf(facts, after, limit);
  return {
    dossier,
    computedDueOn: computedDueOn(after, { on: facts.receivedOn, at: facts.receivedAt ?? null }, limit),
    findingBefore: before === after ? finding : findingOf(facts, before, limit),
    finding,
    verdictChanges: timeline !== null && verdictText(timeline) !== verdict,
  };
}

function findingOf(facts: DossierFacts, calendar: WorkingCalendar, limit: TimeLimit | null): PromiseFinding | null {
  if (limit === null) return null;
  try {
    return checkPromise(facts, calendar, limit).finding;
  } catch (error) {
    if (error instanceof SlaError && error.code === "calendarYearMissing") return null;
    throw error;
  }
}
