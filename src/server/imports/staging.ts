import "server-only";
import {
  type CalendarDay,
  type DossierTimeline,
  deriveTimeline,
  ENGINE_VERSION,
  type LocalMoment,
  type Pause,
  toDayNumber,
} from "@/lib/sla";
import { type Hash64, FieldsHash } from "./content-hash";
import type { CopyRows } from "./copy-rows";
import type { Moment } from "./parse-moment";
import type { DossierDraft } from "./read-row";

/** Columns of a dossier that come from a list or from the engine, in the order they are copied. */
export const STAGED_COLUMNS = [
  "code",
  "receiving_unit_id",
  "unit_id",
  "procedure_id",
  "field_id",
  "channel",
  "status",
  "received_on",
  "received_at",
  "due_on",
  "due_at",
  "extended_due_on",
  "finished_on",
  "finished_at",
  "handed_over_on",
  "officer",
  "content_hash",
  "outcome",
  "closed_on",
  "counted",
  "due_counted_on",
  "due_met",
  "paused_spans",
  "overdue_spans",
  "computed_due_on",
] as const;

const NULL = "\\N";
/** As the text format of COPY writes it; tabs and line breaks are in no text that comes here. */
function escaped(text: string): string {
  return text.includes("\\") ? text.replaceAll("\\", "\\\\") : text;
}

/** A dossier with its verdict, on its way to the database. */
export type StagedDossier = {
  readonly draft: DossierDraft;
  readonly timeline: DossierTimeline;
  /** The promised moment, where it decides instead of the day. */
  readonly dueAt: LocalMoment | null;
  readonly computedDueOn: CalendarDay | null;
  /** The pauses as JSON; null when there are none. */
  readonly pauses: string | null;
  /** Hashes of its code, and of all that is told of it. */
  readonly key: Hash64;
  readonly content: Hash64;
  /** Days of the timeline as days since 1970-01-01. */
  readonly receivedDay: number;
  readonly closedDay: number | null;
  readonly dueDay: number | null;
};

/**
 * Derives the verdict of a draft.
 * @param computedDueOn the due day its time limit would give.
 */
export function stageDossier(
  draft: DossierDraft,
  pauses: readonly Pause[],
  computedDueOn: CalendarDay | null,
): StagedDossier {
  const { status, received, due, finished } = draft;
  // The promised moment decides only where the procedure is counted in hours.
  const dueAt = draft.limit?.unit === "workingHour" ? (due?.at ?? null) : null;
  const facts = {
    status,
    receivedOn: received.on,
    dueOn: due === null ? null : due.on,
    dueAt,
    finishedOn: finished === null ? null : finished.on,
    // Of no account where no moment was promised.
    finishedAt: dueAt === null || finished === null ? null : finished.at,
    pauses,
  };
  const timeline = deriveTimeline(facts);
  const told = pauses.length === 0 ? null : JSON.stringify(pauses);
  hash.begin(escaped(draft.code));
  return {
    draft,
    timeline,
    dueAt,
    computedDueOn,
    pauses: told,
    key: hash.end(),
    content: contentOf(draft, dueAt, told),
    receivedDay: received.dayNumber,
    closedDay: numberOf(timeline.closedOn, finished),
    dueDay: numberOf(timeline.dueCountedOn, due),
  };
}

/** @param likely most often the same day. */
function numberOf(day: CalendarDay | null, likely: Moment | null): number | null {
  if (day === null) return null;
  return likely !== null && likely.on === day ? likely.dayNumber : toDayNumber(day);
}

const hash = new FieldsHash();

/** The hash that has begun with the code. What it hashes must stay as it is: stored dossiers are compared with it. */
function contentOf(draft: DossierDraft, dueAt: LocalMoment | null, pauses: string | null): Hash64 {
  const { received, due, finished, officer } = draft;
  hash.number(draft.receivingUnitId);
  hash.number(draft.unitId);
  hash.number(draft.procedureId);
  hash.number(draft.fieldId);
  hash.text(draft.channel);
  hash.text(draft.status);
  hash.text(received.on);
  hashTime(received);
  hash.text(due === null ? NULL : due.on);
  hash.text(dueAt ?? NULL);
  hash.text(draft.extendedDueOn ?? NULL);
  hash.text(finished === null ? NULL : finished.on);
  hashTime(finished);
  hash.text(draft.handedOverOn ?? NULL);
  hash.text(officer === null ? NULL : escaped(officer));
  hash.text(pauses ?? NULL);
  hash.number(ENGINE_VERSION);
  return hash.end();
}

function hashTime(moment: Moment | null): void {
  if (moment === null || moment.second === null) hash.text(NULL);
  else hash.moment(moment.on, moment.second);
}

/** Writes the values of `STAGED_COLUMNS`. */
export function putStaged(rows: CopyRows, staged: StagedDossier): void {
  const { draft, timeline, content } = staged;
  const { received, due, finished } = draft;
  rows.text(draft.code);
  rows.int(draft.receivingUnitId);
  rows.int(draft.unitId);
  rows.int(draft.procedureId);
  rows.int(draft.fieldId);
  rows.text(draft.channel);
  rows.text(draft.status);
  rows.dayNumber(received.dayNumber);
  rows.moment(received);
  rows.dayNumber(due === null ? null : due.dayNumber);
  rows.moment(staged.dueAt === null ? null : due);
  rows.day(draft.extendedDueOn);
  rows.dayNumber(finished === null ? null : finished.dayNumber);
  rows.moment(finished);
  rows.day(draft.handedOverOn);
  rows.text(draft.officer);
  rows.bigint(content.high, content.low);
  rows.text(timeline.outcome);
  rows.dayNumber(staged.closedDay);
  rows.boolean(timeline.counted);
  rows.dayNumber(staged.dueDay);
  rows.boolean(timeline.dueMet);
  rows.spans(timeline.pausedSpans);
  rows.spans(timeline.overdueSpans);
  rows.day(staged.computedDueOn);
}
