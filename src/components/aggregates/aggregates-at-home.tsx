import Link from "next/link";
import type { ResolvedView } from "@/components/filters/resolved-view";
import { rankingHref } from "@/components/ranking/ranking-href";
import type { RankingLevel } from "@/lib/filters";
import { AGGREGATES } from "@/lib/strings/aggregates";
import { AggregateSection } from "./aggregate-section";
import type { ShownAggregates } from "./types";

export type HomeAggregates = {
  /** Of the unit itself, where no dossier tells of the period. */
  readonly own: ShownAggregates;
  /** How many of units below it, likewise. */
  readonly below: number;
  /** Theirs. */
  readonly level: RankingLevel;
};

type AggregatesAtHomeProps = {
  readonly aggregates: HomeAggregates;
  readonly view: ResolvedView;
  readonly unitCode: string;
};

/** Months that exist as tables only, on a first page: apart from its figures; nothing where there are none. */
export function AggregatesAtHome({ aggregates, view, unitCode }: AggregatesAtHomeProps) {
  const { own, below, level } = aggregates;
  return (
    <>
      <AggregateSection aggregates={own} view={view} namesUnits={false} />
      {below > 0 && (
        <p className="mt-6 text-sm">
          <Link href={rankingHref(unitCode, level, view)} prefetch={false}>
            {AGGREGATES.section.below(below)}
          </Link>
        </p>
      )}
    </>
  );
}
