import "server-only";
import { type DaySpan, deriveTimeline, ENGINE_VERSION, type Pause, type WorkingCalendar } from "@/lib/sla";
import { computedDueOn } from "../sla/computed-due-on";
import { type Hash64, hash64, toBigintText } from "./content-hash";
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
const SPECIAL = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function escapeField(text: string): string {
  return text.replace(SPECIAL, (character) => ESCAPES[character] ?? character);
}

function orNull(value: string | null): string {
  return value === null ? NULL : value;
}

function multirange(spans: readonly DaySpan[]): string {
  if (spans.length === 0) return NULL;
  return `{${spans.map(({ from, until }) => `[${from},${until ?? ""})`).join(",")}}`;
}

/** A dossier in the text format of COPY. */
export type StagedLine = {
  /** The values of `STAGED_COLUMNS`, parted by tabs. */
  readonly values: string;
  /** The pauses as JSON; null when there are none. */
  readonly pauses: string | null;
  /** Hash of what is told of the dossier. */
  readonly content: Hash64;
};

/** Derives the verdict of a draft and writes its line. */
export function stagingLine(draft: DossierDraft, pauses: readonly Pause[], calendar: WorkingCalendar): StagedLine {
  // The promised moment decides only where the procedure is counted in hours.
  const dueAt = draft.limit?.unit === "workingHour" ? (draft.due?.at ?? null) : null;
  const timeline = deriveTimeline({
    status: draft.status,
    receivedOn: draft.received.on,
    dueOn: draft.due?.on ?? null,
    dueAt,
    finishedOn: draft.finished?.on ?? null,
    finishedAt: draft.finished?.at ?? null,
    pauses,
  });
  const pausesJson = pauses.length === 0 ? NULL : JSON.stringify(pauses);
  const facts = [
    escapeField(draft.code),
    draft.receivingUnitId,
    draft.unitId,
    draft.procedureId,
    draft.fieldId,
    draft.channel,
    draft.status,
    draft.received.on,
    orNull(draft.received.at),
    orNull(draft.due?.on ?? null),
    orNull(dueAt),
    orNull(draft.extendedDueOn),
    orNull(draft.finished?.on ?? null),
    orNull(draft.finished?.at ?? null),
    orNull(draft.handedOverOn),
    draft.officer === null ? NULL : escapeField(draft.officer),
  ].join("\t");
  const verdict = [
    orNull(timeline.outcome),
    orNull(timeline.closedOn),
    timeline.counted ? "t" : "f",
    orNull(timeline.dueCountedOn),
    timeline.dueMet ? "t" : "f",
    multirange(timeline.pausedSpans),
    multirange(timeline.overdueSpans),
    orNull(computedDueOn(calendar, draft.received, draft.limit)),
  ].join("\t");
  const content = hash64(`${facts}\t${pausesJson}\t${ENGINE_VERSION}`);
  return {
    values: `${facts}\t${toBigintText(content)}\t${verdict}`,
    pauses: pauses.length === 0 ? null : pausesJson,
    content,
  };
}
