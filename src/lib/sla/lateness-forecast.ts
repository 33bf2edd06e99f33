/** How dossiers of a procedure ended, by age in working days used, or by place on the scale of `lifeTowardsDue`. */
export type AgeHistory = {
  /** Still open at the start of that age. */
  readonly open: readonly number[];
  /** Resolved, and handed back or withdrawn, at that age. */
  readonly resolved: readonly number[];
  readonly returned: readonly number[];
};

/** Chance of leaving at each age, given still open. */
export type Hazards = { readonly resolve: readonly number[]; readonly giveBack: readonly number[] };

/** One observed life: age at its end, or at the as-of day when it is still open (censored). */
export type ObservedLife = {
  readonly age: number;
  readonly end: "resolved" | "returned" | "open";
  /** Age at which it came into sight; 0 when left out. Never more than `age`. */
  readonly from?: number;
  /** So many alike; 1 when left out. */
  readonly count?: number;
};

/** Open dossiers are counted for as long as they have been open: leaving them out would flatter the procedure. */
export function collectHistory(lives: readonly ObservedLife[]): AgeHistory {
  const ages = lives.reduce((most, { age }) => Math.max(most, age), -1) + 1;
  const resolved = new Array<number>(ages).fill(0);
  const returned = new Array<number>(ages).fill(0);
  const coming = new Array<number>(ages).fill(0);
  const leaving = new Array<number>(ages).fill(0);
  for (const { age, end, from = 0, count = 1 } of lives) {
    coming[from] = (coming[from] ?? 0) + count;
    leaving[age] = (leaving[age] ?? 0) + count;
    if (end === "resolved") resolved[age] = (resolved[age] ?? 0) + count;
    if (end === "returned") returned[age] = (returned[age] ?? 0) + count;
  }
  let present = 0;
  const open = coming.map((came, age) => {
    const atThatAge = present + came;
    present = atThatAge - (leaving[age] ?? 0);
    return atThatAge;
  });
  return { open, resolved, returned };
}

function hazard(events: number | undefined, open: number | undefined): number {
  return open ? (events ?? 0) / open : 0;
}

/** Worth so many dossiers: what the group of procedures adds to a procedure's own experience. */
const GROUP_WEIGHT = 20;

/** A procedure's own hazards, drawn towards those of its group where it has little experience. */
export function estimateHazards(own: AgeHistory, group: AgeHistory, weight: number = GROUP_WEIGHT): Hazards {
  const ages = Math.max(own.open.length, group.open.length);
  const drawn = (kind: "resolved" | "returned") =>
    Array.from({ length: ages }, (_, age) => {
      const open = own.open[age] ?? 0;
      const events = own[kind][age] ?? 0;
      const expected = hazard(group[kind][age], group.open[age]);
      return open + weight === 0 ? 0 : (events + weight * expected) / (open + weight);
    });
  return { resolve: drawn("resolved"), giveBack: drawn("returned") };
}

/**
 * The probability that a dossier still open at the end of age `age` is open past its due age: Kaplan–Meier with
 * giving back as a competing end. Ages beyond all experience leave nobody.
 */
export function probabilityLate({ resolve, giveBack }: Hazards, age: number, dueAge: number): number {
  let stillOpen = 1;
  for (let next = age + 1; next <= dueAge; next++) {
    stillOpen *= Math.max(0, 1 - (resolve[next] ?? 0) - (giveBack[next] ?? 0));
  }
  return stillOpen;
}

export type RateForecast = {
  /** Expected dossiers late among the open ones, already overdue ones included. */
  readonly expectedLate: number;
  /** Expected share on time at the end, 0 … 1, with its bounds. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
};

/** Dossiers of a unit go late together: with it, nine in ten intervals held in the replay (docs/forecast.md). */
export const GO_TOGETHER = 1.5;
/** What no number of dossiers evens out: a turn for all, and those not yet received. Standard deviation of the rate. */
export const COMMON_SHIFT = 0.0075;

/** The rate at the month's end, from what is counted and what is open. Null when there is nothing to count. */
export function forecastRate(
  counted: { readonly ok: number; readonly of: number },
  open: readonly number[],
  z: number,
  overdispersion: number = GO_TOGETHER,
  shift: number = COMMON_SHIFT,
): RateForecast | null {
  const of = counted.of + open.length;
  if (of === 0) return null;
  const expectedLate = open.reduce((sum, probability) => sum + probability, 0);
  const variance = overdispersion * open.reduce((sum, probability) => sum + probability * (1 - probability), 0);
  const share = (counted.ok + open.length - expectedLate) / of;
  const half = z * Math.sqrt(variance / of ** 2 + shift ** 2);
  return { expectedLate, share, low: Math.max(0, share - half), high: Math.min(1, share + half) };
}

export type Forecast = { readonly probability: number; readonly happened: boolean };

export type ReliabilityBin = { readonly count: number; readonly predicted: number; readonly happened: number };

/** Mean squared error of probabilities (Brier 1950): 0 is perfect, 0.25 is a coin. Null without forecasts. */
export function brierScore(forecasts: readonly Forecast[]): number | null {
  if (forecasts.length === 0) return null;
  const sum = forecasts.reduce(
    (total, { probability, happened }) => total + (probability - (happened ? 1 : 0)) ** 2,
    0,
  );
  return sum / forecasts.length;
}

/** Forecasts by tenths: of those said to be at 30 %, how many happened? */
export function reliabilityBins(forecasts: readonly Forecast[], bins: number = 10): ReliabilityBin[] {
  return Array.from({ length: bins }, (_, bin) => {
    const own = forecasts.filter(({ probability }) => Math.min(bins - 1, Math.floor(probability * bins)) === bin);
    const mean = (values: readonly number[]): number =>
      values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
    return {
      count: own.length,
      predicted: mean(own.map(({ probability }) => probability)),
      happened: mean(own.map(({ happened }) => (happened ? 1 : 0))),
    };
  });
}
