import { compareDays } from "./calendar-day";
import type { CalendarDay, DossierFacts, DossierTimeline, LocalMoment, Outcome, Pause, PauseReason } from "./types";

/** Whether a pause stopped the clock, came too late to, or lies outside the dossier's life. */
export type PauseEffect = "stopsClock" | "curesNothing" | "outsideLife";

/** One dated fact of a dossier's life; `on` orders them. */
export type ExplanationStep =
  | { readonly kind: "received"; readonly on: CalendarDay; readonly at: LocalMoment | null }
  | {
      readonly kind: "paused";
      readonly on: CalendarDay;
      /** Day on which the clock ran again; null while it stands on the as-of day. */
      readonly until: CalendarDay | null;
      readonly reason: PauseReason;
      readonly effect: PauseEffect;
    }
  | { readonly kind: "due"; readonly on: CalendarDay; readonly at: LocalMoment | null }
  | { readonly kind: "dueAfterPause"; readonly on: CalendarDay }
  | { readonly kind: "overdue"; readonly on: CalendarDay }
  | { readonly kind: "closed"; readonly on: CalendarDay; readonly at: LocalMoment | null; readonly outcome: Outcome };

/** A dossier's life until the end of the as-of day; the promised day is listed even when it is still to come. */
export function explainSteps(facts: DossierFacts, timeline: DossierTimeline, asOf: CalendarDay): ExplanationStep[] {
  const steps: ExplanationStep[] = [{ kind: "received", on: facts.receivedOn, at: facts.receivedAt ?? null }];
  for (const pause of facts.pauses) {
    if (pause.from <= asOf) steps.push(pauseStep(pause, timeline, asOf));
  }
  if (facts.dueOn !== null) steps.push({ kind: "due", on: facts.dueOn, at: facts.dueAt });
  const { dueCountedOn, overdueSpans, closedOn, outcome } = timeline;
  if (dueCountedOn !== null && dueCountedOn !== facts.dueOn && dueCountedOn <= asOf) {
    steps.push({ kind: "dueAfterPause", on: dueCountedOn });
  }
  for (const span of overdueSpans) {
    if (span.from <= asOf) steps.push({ kind: "overdue", on: span.from });
  }
  if (closedOn !== null && outcome !== null && closedOn <= asOf) {
    steps.push({ kind: "closed", on: closedOn, at: facts.finishedAt, outcome });
  }
  // Those of one day stay as they were put together: as they follow from each other.
  return steps.sort((a, b) => compareDays(a.on, b.on));
}

function pauseStep(pause: Pause, timeline: DossierTimeline, asOf: CalendarDay): ExplanationStep {
  const until = pause.until !== null && pause.until <= asOf ? pause.until : null;
  return { kind: "paused", on: pause.from, until, reason: pause.reason, effect: effectOf(pause, timeline) };
}

function effectOf(pause: Pause, timeline: DossierTimeline): PauseEffect {
  const { receivedOn, closedOn, pausedSpans } = timeline;
  const overlaps = (from: CalendarDay, until: CalendarDay | null): boolean =>
    (pause.until === null || from < pause.until) && (until === null || pause.from < until);
  if (pausedSpans.some((span) => overlaps(span.from, span.until))) return "stopsClock";
  return timeline.counted && overlaps(receivedOn, closedOn) ? "curesNothing" : "outsideLife";
}
