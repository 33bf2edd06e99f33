import { classOn } from "./class-on";
import { SlaError } from "./errors";
import {
  type CalendarDay,
  type Channel,
  type DossierClass,
  type DossierTimeline,
  type Outcome,
  TALLY_FIELDS,
  type Tally,
  type TallyField,
} from "./types";

/** Counts that are still being added to. */
export type TallyCounts = Record<TallyField, number>;

/** Inclusive days. */
export type CountingPeriod = { readonly from: CalendarDay; readonly to: CalendarDay };

export type CountedDossier = { readonly timeline: DossierTimeline; readonly channel: Channel };

export function emptyTally(): TallyCounts {
  return {
    receivedDirect: 0,
    receivedOnline: 0,
    receivedPostal: 0,
    carriedOver: 0,
    early: 0,
    onTime: 0,
    late: 0,
    resolvedUndated: 0,
    returned: 0,
    open: 0,
    inTime: 0,
    paused: 0,
    overdue: 0,
    openUndated: 0,
    due: 0,
    dueMet: 0,
  };
}

export function addTallies(a: Tally, b: Tally): Tally {
  const sum = emptyTally();
  for (const field of TALLY_FIELDS) sum[field] = a[field] + b[field];
  return sum;
}

export function received(tally: Tally): number {
  return tally.receivedDirect + tally.receivedOnline + tally.receivedPostal;
}

/** Resolved with a result: undated ones included, returned ones not. */
export function resolvedTotal(tally: Tally): number {
  return tally.early + tally.onTime + tally.late + tally.resolvedUndated;
}

const FIELD_OF_CHANNEL: Readonly<Record<Channel, TallyField>> = {
  direct: "receivedDirect",
  online: "receivedOnline",
  postal: "receivedPostal",
};

const FIELD_OF_OUTCOME: Readonly<Record<Outcome, TallyField>> = {
  early: "early",
  onTime: "onTime",
  late: "late",
  undated: "resolvedUndated",
  returned: "returned",
};

type OpenClass = Exclude<DossierClass, Outcome>;

const OPEN_CLASSES: readonly DossierClass[] = ["inTime", "paused", "overdue", "openUndated"];

function isOpenClass(value: DossierClass | null): value is OpenClass {
  return value !== null && OPEN_CLASSES.includes(value);
}

/** Adds what one dossier contributes to the counts of a period and of its last day. */
export function countInto(counts: TallyCounts, { timeline, channel }: CountedDossier, period: CountingPeriod): void {
  const { counted, receivedOn, closedOn, outcome, dueCountedOn } = timeline;
  if (!counted || receivedOn > period.to) return;
  if (receivedOn >= period.from) counts[FIELD_OF_CHANNEL[channel]] += 1;
  else if (closedOn === null || closedOn >= period.from) counts.carriedOver += 1;
  if (outcome !== null && isIn(period, closedOn)) counts[FIELD_OF_OUTCOME[outcome]] += 1;
  const classNow = classOn(timeline, period.to);
  if (isOpenClass(classNow)) {
    counts.open += 1;
    counts[classNow] += 1;
  }
  if (isIn(period, dueCountedOn)) {
    counts.due += 1;
    if (timeline.dueMet) counts.dueMet += 1;
  }
}

function isIn(period: CountingPeriod, day: CalendarDay | null): boolean {
  return day !== null && day >= period.from && day <= period.to;
}

/** Recounts a period from timelines. Throws `periodReversed`. */
export function tallyOf(dossiers: Iterable<CountedDossier>, period: CountingPeriod): Tally {
  if (period.to < period.from) throw new SlaError("periodReversed", { from: period.from, to: period.to });
  const counts = emptyTally();
  for (const dossier of dossiers) countInto(counts, dossier, period);
  return counts;
}

/** Identities of form II.06a, by the cell that should equal the sum beside it. */
export const TALLY_IDENTITIES = ["open", "openClasses", "dueMet", "counts"] as const;
export type TallyIdentity = (typeof TALLY_IDENTITIES)[number];

export type BrokenIdentity = {
  readonly identity: TallyIdentity;
  /** The cell to look at. */
  readonly field: TallyField;
  readonly actual: number;
  readonly expected: number;
};

/**
 * The identities a tally breaks; none when it adds up.
 * - `open`: carried over + received − resolved − returned.
 * - `openClasses`: open is in time + paused + overdue + undated.
 * - `dueMet`: never more than `due`.
 * - `counts`: whole and not negative.
 */
export function checkIdentities(tally: Tally): BrokenIdentity[] {
  const broken: BrokenIdentity[] = [];
  const expectedOpen = tally.carriedOver + received(tally) - resolvedTotal(tally) - tally.returned;
  const classes = tally.inTime + tally.paused + tally.overdue + tally.openUndated;
  const { open } = tally;
  if (open !== expectedOpen) broken.push({ identity: "open", field: "open", actual: open, expected: expectedOpen });
  if (open !== classes) broken.push({ identity: "openClasses", field: "open", actual: open, expected: classes });
  if (tally.dueMet > tally.due) {
    broken.push({ identity: "dueMet", field: "dueMet", actual: tally.dueMet, expected: tally.due });
  }
  for (const field of TALLY_FIELDS) {
    const actual = tally[field];
    if (!Number.isSafeInteger(actual) || actual < 0) {
      broken.push({ identity: "counts", field, actual, expected: 0 });
    }
  }
  return broken;
}
