import { addDays } from "./calendar-day";
import { SlaError } from "./errors";
import { mergePauses } from "./merge-pauses";
import type { CalendarDay, DaySpan, DossierFacts, DossierTimeline, LocalMoment, Outcome } from "./types";

const NO_SPANS: readonly DaySpan[] = [];

/**
 * What a dossier was, is and, if nothing happens to it, will be on every day. Rules (docs/engine.md):
 * - Its verdict compares the day processing ended with the day promised, or moments where a moment was promised.
 * - A pause that begins on or before the due day stops the dossier becoming overdue while it lasts; one that
 *   begins later cures nothing. Pauses that touch or overlap are one pause.
 * - Paused over its due day and taken up again without a new promise, it is due on the day the pause ends.
 * Throws the `SlaError` codes of facts that contradict each other.
 */
export function deriveTimeline(facts: DossierFacts): DossierTimeline {
  const { receivedOn, dueOn } = facts;
  const undated = dueOn === null;
  if (facts.status === "registered" || facts.status === "refused") return outsideEveryCount(receivedOn, undated);
  checkFacts(facts);
  const closedOn = closingDay(facts);
  const outcome = closedOn === null ? null : outcomeOf(facts, closedOn);
  const pauses = mergePauses(facts.pauses, receivedOn, closedOn);
  if (dueOn === null) {
    return {
      counted: true,
      receivedOn,
      undated,
      outcome,
      closedOn,
      dueCountedOn: null,
      dueMet: false,
      pausedSpans: pauses,
      overdueSpans: NO_SPANS,
    };
  }
  const pausedSpans = pauses.length === 0 ? NO_SPANS : begunBy(pauses, dueOn);
  const effectiveDueOn = dueDayAfterPause(pausedSpans, dueOn);
  return {
    counted: true,
    receivedOn,
    undated,
    outcome,
    closedOn,
    dueCountedOn: isReturnedBy(effectiveDueOn, outcome, closedOn) ? null : effectiveDueOn,
    dueMet: outcome === "early" || outcome === "onTime",
    pausedSpans,
    overdueSpans: overdueDays(pausedSpans, dueOn, closedOn),
  };
}

function outsideEveryCount(receivedOn: CalendarDay, undated: boolean): DossierTimeline {
  return {
    counted: false,
    receivedOn,
    undated,
    outcome: null,
    closedOn: null,
    dueCountedOn: null,
    dueMet: false,
    pausedSpans: NO_SPANS,
    overdueSpans: NO_SPANS,
  };
}

function checkFacts({ status, receivedOn, dueOn, dueAt, finishedOn, finishedAt, pauses }: DossierFacts): void {
  if (dueOn !== null && dueOn < receivedOn) throw new SlaError("dueBeforeReceived", { dueOn, receivedOn });
  if (dueAt !== null) checkMoment(dueAt, dueOn);
  if (finishedAt !== null) checkMoment(finishedAt, finishedOn);
  const isPaused = status === "awaitingSupplement" || status === "awaitingPayment" || status === "stopped";
  if (isPaused && pauses.length === 0) throw new SlaError("pausedWithoutDay", { status });
}

function checkMoment(moment: LocalMoment, day: CalendarDay | null): void {
  if (day === null || !moment.startsWith(day)) throw new SlaError("momentOnOtherDay", { day: day ?? "", moment });
}

/** A finishing day given for an open status says nothing: the status is newer. */
function closingDay({ status, receivedOn, finishedOn }: DossierFacts): CalendarDay | null {
  if (status !== "resolved" && status !== "handedOver" && status !== "withdrawn") return null;
  if (finishedOn === null) throw new SlaError("closedWithoutDay", { status });
  if (finishedOn < receivedOn) throw new SlaError("finishedBeforeReceived", { finishedOn, receivedOn });
  return finishedOn;
}

function outcomeOf({ status, dueOn, dueAt, finishedAt }: DossierFacts, closedOn: CalendarDay): Outcome {
  if (status === "withdrawn") return "returned";
  if (dueOn === null) return "undated";
  if (dueAt !== null && finishedAt !== null) return compareToPromise(finishedAt, dueAt);
  return compareToPromise(closedOn, dueOn);
}

function compareToPromise<When extends CalendarDay | LocalMoment>(finished: When, due: When): Outcome {
  if (finished === due) return "onTime";
  return finished < due ? "early" : "late";
}

/** Spans that begin on or before the due day. */
function begunBy(spans: readonly DaySpan[], dueOn: CalendarDay): readonly DaySpan[] {
  const last = spans[spans.length - 1];
  return last !== undefined && last.from <= dueOn ? spans : spans.filter((span) => span.from <= dueOn);
}

/** The span that covers a day, or null. */
function spanOver(spans: readonly DaySpan[], day: CalendarDay): DaySpan | null {
  for (const span of spans) {
    if (span.from <= day && (span.until === null || day < span.until)) return span;
  }
  return null;
}

/** The day the promise falls due: moved to the day the pause over it ends; null while that pause lasts. */
function dueDayAfterPause(paused: readonly DaySpan[], dueOn: CalendarDay): CalendarDay | null {
  const over = spanOver(paused, dueOn);
  return over === null ? dueOn : over.until;
}

function isReturnedBy(dueOn: CalendarDay | null, outcome: Outcome | null, closedOn: CalendarDay | null): boolean {
  return outcome === "returned" && dueOn !== null && closedOn !== null && closedOn <= dueOn;
}

function overdueDays(paused: readonly DaySpan[], dueOn: CalendarDay, closedOn: CalendarDay | null): readonly DaySpan[] {
  if (closedOn !== null && closedOn <= dueOn) return NO_SPANS;
  const over = spanOver(paused, dueOn);
  const from = over === null ? addDays(dueOn, 1) : over.until;
  if (from === null || (closedOn !== null && closedOn <= from)) return NO_SPANS;
  return [{ from, until: closedOn }];
}
