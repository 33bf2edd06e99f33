import {
  compareRates,
  missingToTarget,
  type Rate,
  reachesVolume,
  received,
  type Tally,
  type TargetRule,
} from "@/lib/sla";
import type { RankingChoice, RankingSort } from "../ranking-choice";
import { measureCounts } from "../ranking-columns";
import { matchKey } from "../text";
import type { RankReading } from "./rank-readings";

type Row = {
  readonly unitId: number | null;
  readonly rank: number | null;
  readonly name: string | null;
  readonly tally: Tally;
  readonly rate: Rate;
};

export type ChosenRows<Shown> = {
  readonly shown: readonly Shown[];
  /** Nothing came in and nothing was left from before: "chưa phát sinh hồ sơ". */
  readonly untouched: readonly Shown[];
  /** How many a filter leaves out. */
  readonly left: number;
};

const collator = new Intl.Collator("vi");

/** The rows that a choice shows, in its order; the official one keeps the order it was given. */
export function chooseRows<Shown extends Row>(
  rows: readonly Shown[],
  readings: ReadonlyMap<number | null, RankReading>,
  choice: RankingChoice,
  target: TargetRule,
): ChosenRows<Shown> {
  const key = matchKey(choice.name);
  const touched = rows.filter(({ tally }) => received(tally) + tally.carriedOver > 0 || hasEnded(tally));
  const shown = touched.filter(
    (row) =>
      (key === "" || matchKey(row.name ?? "").includes(key)) &&
      (choice.peers === null || readings.get(row.unitId)?.peers === choice.peers) &&
      reachesVolume(row.rate, choice.least),
  );
  const compare = comparison<Shown>(choice.sort, readings, target);
  const sorted = choice.sort === "rank" ? shown : [...shown].sort(compare);
  return {
    shown: choice.isReversed ? [...sorted].reverse() : sorted,
    untouched: rows.filter((row) => !touched.includes(row)),
    left: touched.length - shown.length,
  };
}

function hasEnded({ early, onTime, late, resolvedUndated, returned }: Tally): boolean {
  return early + onTime + late + resolvedUndated + returned > 0;
}

/** Largest first for counts, best first for ranks; what has no value comes last. */
function comparison<Shown extends Row>(
  sort: RankingSort,
  readings: ReadonlyMap<number | null, RankReading>,
  target: TargetRule,
): (a: Shown, b: Shown) => number {
  const by = (numberOf: (row: Shown) => number | null) => (a: Shown, b: Shown) =>
    (numberOf(a) ?? Number.POSITIVE_INFINITY) - (numberOf(b) ?? Number.POSITIVE_INFINITY) || 0;
  const reading = (row: Shown) => readings.get(row.unitId);
  switch (sort) {
    case "rank":
      return by(({ rank }) => rank);
    case "fair":
      return by((row) => reading(row)?.fairRank ?? null);
    case "moved":
      return by((row) => negative(reading(row)?.moved ?? null));
    case "name":
      return (a, b) => collator.compare(a.name ?? "", b.name ?? "");
    case "rate":
      return (a, b) =>
        a.rate === null || b.rate === null
          ? Number(a.rate === null) - Number(b.rate === null)
          : compareRates(b.rate, a.rate);
    case "missing":
      return by(({ rate }) => negative(missingToTarget(rate, target)));
    default:
      return by(({ tally }) => negative(measureCounts(sort, tally)));
  }
}

function negative(value: number | null): number | null {
  return value === null ? null : -value;
}
