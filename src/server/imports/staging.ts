import "server-only";
import {
  type CalendarDay,
  type DossierTimeline,
  deriveTimeline,
  ENGINE_VERSION,
  type LocalMoment,
  type Pause,
} from "@/lib/sla";
import { type Hash64, FieldsHash } from "./content-hash";
import type { CopyRows } from "./copy-rows";
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
  /** Hash of what is told of the dossier. */
  readonly content: Hash64;
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
    finishedAt: finished === null ? null : finished.at,
    pauses,
  };
  const told = pauses.length === 0 ? null : JSON.stringify(pauses);
  return {
    draft,
    timeline: deriveTimeline(facts),
    dueAt,
    computedDueOn,
    pauses: told,
    content: contentOf(draft, dueAt, told),
  };
}

const told = new FieldsHash();

/** What it hashes must stay as it is: stored dossiers are compared with it. */
function contentOf(draft: DossierDraft, dueAt: LocalMoment | null, pauses: string | null): Hash64 {
  const { received, due, finished, officer } = draft;
  told.begin(escaped(draft.code));
  told.number(draft.receivingUnitId);
  told.number(draft.unitId);
  told.number(draft.procedureId);
  told.number(draft.fieldId);
  told.text(draft.channel);
  told.text(draft.status);
  told.text(received.on);
  told.text(received.at ?? NULL);
  told.text(due === null ? NULL : due.on);
  told.text(dueAt ?? NULL);
  told.text(draft.extendedDueOn ?? NULL);
  told.text(finished === null ? NULL : finished.on);
  told.text(finished === null ? NULL : (finished.at ?? NULL));
  told.text(draft.handedOverOn ?? NULL);
  told.text(officer === null ? NULL : escaped(officer));
  told.text(pauses ?? NULL);
  told.number(ENGINE_VERSION);
  return told.end();
}

/** Writes the values of `STAGED_COLUMNS`. */
export function putStaged(rows: CopyRows, { draft, timeline, dueAt, computedDueOn, content }: StagedDossier): void {
  const { received, due, finished } = draft;
  rows.text(draft.code);
  rows.int(draft.receivingUnitId);
  rows.int(draft.unitId);
  rows.int(draft.procedureId);
  rows.int(draft.fieldId);
  rows.text(draft.channel);
  rows.text(draft.status);
  rows.day(received.on);
  rows.moment(received.on, received.at);
  rows.day(due === null ? null : due.on);
  rows.moment(due === null ? null : due.on, dueAt);
  rows.day(draft.extendedDueOn);
  rows.day(finished === null ? null : finished.on);
  rows.moment(finished === null ? null : finished.on, finished === null ? null : finished.at);
  rows.day(draft.handedOverOn);
  rows.text(draft.officer);
  rows.bigint(content.high, content.low);
  rows.text(timeline.outcome);
  rows.day(timeline.closedOn);
  rows.boolean(timeline.counted);
  rows.day(timeline.dueCountedOn);
  rows.boolean(timeline.dueMet);
  rows.spans(timeline.pausedSpans);
  rows.spans(timeline.overdueSpans);
  rows.day(computedDueOn);
}
