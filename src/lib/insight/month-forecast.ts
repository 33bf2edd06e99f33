import {
  type AgeHistory,
  type AgingTimeline,
  type CalendarDay,
  collectHistory,
  type DossierTimeline,
  estimateHazards,
  forecastRate,
  lifeTowardsDue,
  type ObservedLife,
  probabilityLateWith,
  type RateForecast,
  workingDaysBetween,
  type WorkingCalendar,
  Z_90,
} from "@/lib/sla";

/** So many dossiers that lived alike, under the promise they were given. */
export type KnownLife = AgingTimeline &
  Pick<DossierTimeline, "outcome"> & {
    readonly procedureId: number;
    /** The unit, where its own experience is asked for; null for any other. */
    readonly unitId: number | null;
    readonly dueOn: CalendarDay;
    readonly count: number;
  };

/** In time on the as-of day, and due later in the month. */
export type OpenDossier = {
  readonly id: number;
  readonly unitId: number;
  readonly procedureId: number;
  readonly dueOn: CalendarDay;
};

export type Judgement = { readonly id: number; readonly probability: number };

export type MonthForecast = {
  /** Most likely to become late first. */
  readonly open: readonly Judgement[];
  /** Null where too few dossiers are due for a rate worth forecasting. */
  readonly rate: RateForecast | null;
};

/** As in the replay that judged the forecast (docs/forecast.md). */
export const FEWEST_DUE = 30;
export const FEWEST_OPEN = 5;

/**
 * How likely each open dossier is to become late, and the rate at the month's end of those due in it: what a unit has
 * done with the procedure, drawn to what all have done with it. Throws `calendarYearMissing`.
 */
export function forecastMonth(
  open: readonly OpenDossier[],
  known: { readonly ok: number; readonly of: number },
  lives: readonly KnownLife[],
  calendarOf: (unitId: number | null) => WorkingCalendar,
  asOf: CalendarDay,
): MonthForecast {
  const historyOf = rememberLives(lives, calendarOf, asOf);
  const judged = open
    .map(({ id, unitId, procedureId, dueOn }): Judgement => {
      const hazards = estimateHazards(historyOf(ownKey(unitId, procedureId)), historyOf(`${procedureId}`));
      const left = workingDaysBetween(calendarOf(unitId), asOf, dueOn);
      return { id, probability: probabilityLateWith(hazards, left) };
    })
    .sort((a, b) => b.probability - a.probability || a.id - b.id);
  const isWorthwhile = known.of + open.length >= FEWEST_DUE && open.length >= FEWEST_OPEN;
  const probabilities = judged.map(({ probability }) => probability);
  return { open: judged, rate: isWorthwhile ? forecastRate(known, probabilities, Z_90) : null };
}

function ownKey(unitId: number, procedureId: number): string {
  return `${unitId}/${procedureId}`;
}

/** Histories by procedure, and by unit and procedure, each put together when first asked for. */
function rememberLives(
  lives: readonly KnownLife[],
  calendarOf: (unitId: number | null) => WorkingCalendar,
  asOf: CalendarDay,
): (key: string) => AgeHistory {
  const known = new Map<string, ObservedLife[]>();
  const add = (key: string, life: ObservedLife, count: number): void => {
    const list = known.get(key) ?? [];
    known.set(key, list);
    for (let index = 0; index < count; index++) list.push(life);
  };
  for (const { procedureId, unitId, dueOn, count, ...timeline } of lives) {
    const life = lifeTowardsDue(timeline, dueOn, calendarOf(unitId), asOf);
    if (life === null) continue;
    add(`${procedureId}`, life, count);
    if (unitId !== null) add(ownKey(unitId, procedureId), life, count);
  }
  const histories = new Map<string, AgeHistory>();
  return (key) => {
    const history = histories.get(key) ?? collectHistory(known.get(key) ?? []);
    histories.set(key, history);
    return history;
  };
}
