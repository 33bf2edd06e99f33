import {
  type AgeHistory,
  type AgingTimeline,
  type CalendarDay,
  collectHistory,
  type DossierTimeline,
  DUE_PLACE,
  estimateHazards,
  lifeTowardsDue,
  type ObservedLife,
  probabilityLateWith,
  type WorkingCalendar,
  workingDaysBetween,
} from "@/lib/sla";

/** What is known of a dossier, under the promise it was given. */
export type KnownLife = AgingTimeline &
  Pick<DossierTimeline, "outcome"> & {
    readonly procedureId: number;
    readonly unitId: number;
    readonly dueOn: CalendarDay;
  };

/** Open dossiers in time that nothing tells apart here. */
export type OpenGroup = { readonly unitId: number; readonly procedureId: number; readonly dueOn: CalendarDay };

export type LateChance = OpenGroup & {
  /** 0 … 1. */
  readonly chance: number;
  /** Too few dossiers of the procedure were seen so many days before their promise to tell it of a single one. */
  readonly isThin: boolean;
};

/** To be raised whenever the same dossiers get another chance than before: kept ones of another model are found anew. */
export const CHANCE_MODEL = 1;
/** Months of experience that a chance rests on, the running one beside them. */
export const MONTHS_OF_LIVES = 6;
/** Of the procedure, in the whole province, still open with as many working days left. */
export const FEWEST_SEEN = 20;

/**
 * How likely open dossiers are to become late: what their unit has done with the procedure, drawn to what all have
 * done with it (docs/forecast.md). Its methods throw `calendarYearMissing`.
 */
export class Experience {
  /** By whose they are, each kind of life once: a province has millions of dossiers and some thousand kinds. */
  private readonly lives = new Map<string, Map<string, ObservedLife & { count: number }>>();
  private readonly histories = new Map<string, AgeHistory>();

  constructor(
    private readonly calendarOf: (unitId: number) => WorkingCalendar,
    private readonly asOf: CalendarDay,
  ) {}

  /** So many lives that nothing tells apart; all of them before the first chance is asked for. */
  add({ procedureId, unitId, dueOn, ...timeline }: KnownLife, count = 1): void {
    const life = lifeTowardsDue(timeline, dueOn, this.calendarOf(unitId), this.asOf);
    if (life === null) return;
    const kind = `${life.from}/${life.age}/${life.end}`;
    for (const key of [allKey(procedureId), ownKey(unitId, procedureId)]) {
      const lives = this.livesOf(key);
      const known = lives.get(kind);
      if (known) known.count += count;
      else lives.set(kind, { ...life, count });
    }
  }

  chanceOf(group: OpenGroup): LateChance {
    const { unitId, procedureId, dueOn } = group;
    const all = this.historyOf(allKey(procedureId));
    const left = workingDaysBetween(this.calendarOf(unitId), this.asOf, dueOn);
    const seen = all.open[DUE_PLACE - left + 1] ?? 0;
    const hazards = estimateHazards(this.historyOf(ownKey(unitId, procedureId)), all);
    return { ...group, chance: probabilityLateWith(hazards, left), isThin: seen < FEWEST_SEEN };
  }

  private livesOf(key: string): Map<string, ObservedLife & { count: number }> {
    const lives = this.lives.get(key) ?? new Map<string, ObservedLife & { count: number }>();
    this.lives.set(key, lives);
    return lives;
  }

  private historyOf(key: string): AgeHistory {
    const history = this.histories.get(key) ?? collectHistory([...this.livesOf(key).values()]);
    this.histories.set(key, history);
    return history;
  }
}

function allKey(procedureId: number): string {
  return `${procedureId}`;
}

function ownKey(unitId: number, procedureId: number): string {
  return `${unitId}/${procedureId}`;
}
