import { compareDays } from "./calendar-day";
import { classOn } from "./class-on";
import { type DossierCycle, type DueBasis, dueDayOf, factsOfCycle, type NewPromise } from "./dossier-cycle";
import { type DossierEvent, EVENT_KINDS } from "./dossier-events";
import { deriveTimeline } from "./timeline";
import type { CalendarDay, DossierClass, Pause } from "./types";

/**
 * What an inspector should look at.
 * - `promiseAfterDue`: a new day promised after the old one had passed. - `promiseShortened`: an earlier day.
 * - `extendedTwice`: the law allows one. - `closedWithoutResult`, `resolutionVoided`: ended on paper only.
 * - `outOfPlace`: an event that makes no sense where it stands, such as a resumption without a pause.
 */
export const LIFE_FLAGS = [
  "promiseAfterDue",
  "promiseShortened",
  "extendedTwice",
  "closedWithoutResult",
  "resolutionVoided",
  "outOfPlace",
] as const;
export type LifeFlag = { readonly code: (typeof LIFE_FLAGS)[number]; readonly event: DossierEvent };

export type DossierLife = {
  /** Empty before it was received; more than one when it was opened again after a result. */
  readonly cycles: readonly DossierCycle[];
  /** The units that handled it, each from a day on. */
  readonly handledBy: readonly { readonly unitId: number; readonly from: CalendarDay }[];
  readonly handedOverOn: CalendarDay | null;
  readonly flags: readonly LifeFlag[];
};

type Draft = { -readonly [Key in keyof DossierCycle]: DossierCycle[Key] };
type State = {
  cycles: Draft[];
  pauses: Pause[];
  promises: NewPromise[];
  handledBy: { unitId: number; from: CalendarDay }[];
  handedOverOn: CalendarDay | null;
  flags: LifeFlag[];
};

/** Rebuilds a dossier's life from its events. The order in which events of one day are given does not matter. */
export function replayEvents(events: readonly DossierEvent[]): DossierLife {
  const state: State = { cycles: [], pauses: [], promises: [], handledBy: [], handedOverOn: null, flags: [] };
  const sorted = [...events].sort((a, b) => compareDays(a.on, b.on) || compareEvents(a, b));
  for (let start = 0; start < sorted.length; ) {
    const day = sorted[start]?.on;
    let end = start;
    while (end < sorted.length && sorted[end]?.on === day) end++;
    takeDay(state, sorted.slice(start, end));
    start = end;
  }
  const { cycles, handledBy, handedOverOn, flags } = state;
  return { cycles, handledBy, handedOverOn, flags };
}

function compareEvents(a: DossierEvent, b: DossierEvent): number {
  const byKind = EVENT_KINDS.indexOf(a.kind) - EVENT_KINDS.indexOf(b.kind);
  if (byKind !== 0) return byKind;
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Takes the events of one day in the first order in which they make sense; what never does is flagged. */
function takeDay(state: State, events: DossierEvent[]): void {
  const waiting = [...events];
  for (;;) {
    const index = waiting.findIndex((event) => isApplicable(state, event));
    const [event] = index < 0 ? [] : waiting.splice(index, 1);
    if (event === undefined) break;
    apply(state, event);
  }
  for (const event of waiting) state.flags.push({ code: "outOfPlace", event });
}

function isOpen(cycle: Draft | undefined): boolean {
  return cycle !== undefined && cycle.finishedOn === null && cycle.status !== "refused";
}

function openPause(cycle: Draft): Pause | undefined {
  return cycle.pauses.find((pause) => pause.until === null);
}

function isApplicable({ cycles }: State, event: DossierEvent): boolean {
  const cycle = cycles.at(-1);
  if (event.kind === "received") return cycle === undefined;
  if (cycle === undefined) return event.kind === "refused";
  switch (event.kind) {
    case "reopened":
    case "handedOver":
      return cycle.status === "resolved";
    case "resolutionVoided":
      return cycle.status === "resolved";
    case "paused":
      return isOpen(cycle) && openPause(cycle) === undefined;
    case "resumed":
      return isOpen(cycle) && openPause(cycle) !== undefined;
    case "refused":
    case "promisedAnew":
    case "transferred":
    case "resolved":
    case "withdrawn":
    case "returned":
      return isOpen(cycle);
  }
}

function begin(event: Extract<DossierEvent, { kind: "received" | "reopened" | "refused" }>): Draft {
  const promised = event.kind === "refused" ? { dueOn: null, dueAt: null } : event;
  return {
    receivedOn: event.on,
    receivedAt: event.at,
    status: event.kind === "refused" ? "refused" : "processing",
    originalDueOn: promised.dueOn,
    dueAt: promised.dueAt,
    finishedOn: null,
    finishedAt: null,
    pauses: [],
    promises: [],
  };
}

function apply(state: State, event: DossierEvent): void {
  const cycle = state.cycles.at(-1);
  if (event.kind === "received" || event.kind === "reopened" || cycle === undefined) {
    if (event.kind === "received" || event.kind === "reopened" || event.kind === "refused") {
      state.cycles.push(begin(event));
    }
    if (event.kind === "received" && event.unitId !== null) {
      state.handledBy.push({ unitId: event.unitId, from: event.on });
    }
    return;
  }
  switch (event.kind) {
    case "refused":
      cycle.status = "refused";
      return;
    case "paused":
      cycle.status = event.reason;
      cycle.pauses = [...cycle.pauses, { from: event.on, until: null, reason: event.reason }];
      return;
    case "resumed":
      cycle.status = "processing";
      cycle.pauses = cycle.pauses.map((pause) => (pause.until === null ? { ...pause, until: event.on } : pause));
      return;
    case "promisedAnew":
      cycle.promises = [...cycle.promises, judgePromise(state, cycle, event)];
      return;
    case "transferred":
      state.handledBy.push({ unitId: event.unitId, from: event.on });
      return;
    case "resolved":
    case "withdrawn":
    case "returned":
      if (event.kind === "resolved" && !event.hasResult) state.flags.push({ code: "closedWithoutResult", event });
      cycle.status = event.kind === "resolved" ? "resolved" : "withdrawn";
      cycle.finishedOn = event.on;
      cycle.finishedAt = event.at;
      return;
    case "resolutionVoided":
      state.flags.push({ code: "resolutionVoided", event });
      cycle.status = openPause(cycle)?.reason ?? "processing";
      cycle.finishedOn = null;
      cycle.finishedAt = null;
      return;
    case "handedOver":
      state.handedOverOn = event.on;
      return;
  }
}

function judgePromise(
  { flags }: State,
  cycle: Draft,
  event: Extract<DossierEvent, { kind: "promisedAnew" }>,
): NewPromise {
  const { on, dueOn, reason } = event;
  const inForce = dueDayOf(cycle, "extended");
  const stopped = { ...cycle, pauses: cycle.pauses.map((pause) => ({ ...pause, until: pause.until ?? on })) };
  const isPaused = cycle.pauses.some((pause) => pause.from <= on && (pause.until === null || on <= pause.until));
  const wasOverdue = deriveTimeline(factsOfCycle({ ...stopped, status: "processing" }, "extended")).overdueSpans.some(
    (span) => span.from < on || (span.from === on && !isPaused),
  );
  const isShorter = inForce !== null && dueOn < inForce;
  const extensions = cycle.promises.filter((promise) => promise.accepted && promise.reason === "extension").length;
  if (wasOverdue) flags.push({ code: "promiseAfterDue", event });
  if (isShorter) flags.push({ code: "promiseShortened", event });
  if (reason === "extension" && extensions > 0) flags.push({ code: "extendedTwice", event });
  return { on, dueOn, reason, accepted: !wasOverdue && !isShorter };
}

/** The class at the end of a day, from what was known on that day; later events do not reach back. */
export function classFromEvents(
  events: readonly DossierEvent[],
  asOf: CalendarDay,
  basis: DueBasis = "promised",
): DossierClass | null {
  const cycle = replayEvents(events.filter((event) => event.on <= asOf)).cycles.at(-1);
  return cycle === undefined ? null : classOn(deriveTimeline(factsOfCycle(cycle, basis)), asOf);
}
