import { FEWEST_SEEN } from "@/lib/insight/late-chances";
import {
  type AgeHistory,
  type CalendarDay,
  classOn,
  collectHistory,
  type DossierFacts,
  type DossierTimeline,
  deriveTimeline,
  DUE_PLACE,
  estimateHazards,
  lifeTowardsDue,
  type ObservedLife,
  probabilityLate,
  probabilityLateWith,
  type WorkingCalendar,
  workingAge,
  workingDaysBetween,
} from "@/lib/sla";

/** A dossier whose whole life is known by now. */
export type KnownDossier = {
  readonly unit: string;
  readonly procedure: string;
  readonly field: string;
  readonly facts: DossierFacts;
  readonly timeline: DossierTimeline;
};

/**
 * - `towardsDue`: the engine's forecast, hazards by working days left; the unit's own drawn to the procedure's.
 * - `procedureTowardsDue`: the same of the procedure, drawn to its field. - `byAge`: by working days used.
 * - `pastRate`: late ones of those the procedure has resolved.
 */
export const WAYS = ["towardsDue", "procedureTowardsDue", "byAge", "pastRate"] as const;
export type Way = (typeof WAYS)[number];

/** One open dossier's fate as it was forecast on a past day, each way, and what became of it. */
export type Judged = {
  readonly dossier: KnownDossier;
  readonly said: Readonly<Record<Way, number>>;
  readonly happened: boolean;
  /** Too few of the procedure were seen so many days before their promise: the pages do not tell it. */
  readonly isThin: boolean;
};

/** The facts as they stood on the evening of a day: what came later is not known yet. */
export function asKnownOn({ facts }: KnownDossier, day: CalendarDay): DossierTimeline {
  const isClosed = facts.finishedOn !== null && facts.finishedOn <= day;
  const pauses = facts.pauses
    .filter((pause) => pause.from <= day)
    .map((pause) => (pause.until !== null && pause.until > day ? { ...pause, until: null } : pause));
  if (isClosed) return deriveTimeline({ ...facts, pauses });
  return deriveTimeline({ ...facts, status: "processing", finishedOn: null, finishedAt: null, pauses });
}

const ALL = "all";

/** What was known on a day: lives by key, and how many were late. */
class Memory {
  private readonly lives = new Map<string, ObservedLife[]>();
  private readonly histories = new Map<string, AgeHistory>();
  private readonly dated = new Map<string, { late: number; of: number }>();

  add(key: string, life: ObservedLife): void {
    const known = this.lives.get(key);
    if (known) known.push(life);
    else this.lives.set(key, [life]);
  }

  count(key: string, isLate: boolean): void {
    const { late, of } = this.dated.get(key) ?? { late: 0, of: 0 };
    this.dated.set(key, { late: late + (isLate ? 1 : 0), of: of + 1 });
  }

  history(key: string): AgeHistory {
    const found = this.histories.get(key) ?? collectHistory(this.lives.get(key) ?? []);
    this.histories.set(key, found);
    return found;
  }

  lateRate(key: string): number | null {
    const counted = this.dated.get(key);
    return counted === undefined ? null : counted.late / counted.of;
  }
}

function remember(
  memory: Memory,
  dossier: KnownDossier,
  timeline: DossierTimeline,
  age: number,
  left: ObservedLife | null,
) {
  const { unit, procedure, field } = dossier;
  const end = timeline.outcome === null ? "open" : timeline.outcome === "returned" ? "returned" : "resolved";
  for (const key of [field, procedure]) memory.add(`age ${key}`, { age, end });
  if (left !== null) for (const key of [field, procedure, `${unit}/${procedure}`]) memory.add(`due ${key}`, left);
  if (end !== "resolved" || timeline.undated) return;
  for (const key of [ALL, procedure]) memory.count(key, timeline.outcome === "late");
}

/**
 * What would have been forecast on the evening of `day`, from what was known then, for every dossier in time and due
 * later, beside what happened. `until`: the last day of which the outcome is known.
 */
export function replayDay(
  dossiers: readonly KnownDossier[],
  calendar: WorkingCalendar,
  day: CalendarDay,
  until: CalendarDay,
): Judged[] {
  const memory = new Memory();
  const open: { dossier: KnownDossier; age: number; dueOn: CalendarDay }[] = [];
  for (const dossier of dossiers) {
    const { facts } = dossier;
    const { dueOn } = facts;
    if (!dossier.timeline.counted || facts.receivedOn > day) continue;
    const timeline = asKnownOn(dossier, day);
    const age = workingAge(timeline, calendar, day);
    remember(memory, dossier, timeline, age, dueOn === null ? null : lifeTowardsDue(timeline, dueOn, calendar, day));
    const isAsked = dueOn !== null && dueOn > day && dueOn < until && classOn(timeline, day) === "inTime";
    if (isAsked) open.push({ dossier, age, dueOn });
  }
  const hazardsOf = (own: string, group: string) => estimateHazards(memory.history(own), memory.history(group));
  return open.map(({ dossier, age, dueOn }) => {
    const { unit, procedure, field, timeline } = dossier;
    const left = workingDaysBetween(calendar, day, dueOn);
    return {
      dossier,
      said: {
        towardsDue: probabilityLateWith(hazardsOf(`due ${unit}/${procedure}`, `due ${procedure}`), left),
        procedureTowardsDue: probabilityLateWith(hazardsOf(`due ${procedure}`, `due ${field}`), left),
        byAge: probabilityLate(hazardsOf(`age ${procedure}`, `age ${field}`), age, age + left),
        pastRate: memory.lateRate(procedure) ?? memory.lateRate(ALL) ?? 0,
      },
      happened: timeline.outcome === "late" || timeline.overdueSpans.length > 0,
      isThin: (memory.history(`due ${procedure}`).open[DUE_PLACE - left + 1] ?? 0) < FEWEST_SEEN,
    };
  });
}
