import { Section } from "@/components/ui/section";
import { TakeAway } from "@/components/ui/take-away";
import { MonthBudgetLine } from "@/components/units/month-budget-line";
import { viewToParams } from "@/lib/filters";
import { homeViewToParams } from "@/lib/home-view";
import type { MonthBudget } from "@/lib/insight/month-budget";
import type { Rate } from "@/lib/sla";
import { comparisons, HOME } from "@/lib/strings/home";
import { countBelow, finding } from "@/lib/strings/ranking";
import { capitalise } from "@/lib/strings/common";
import { HomeFrame } from "./home-frame";
import { RecoverySection, type RecoverySectionProps } from "./recovery-section";
import { TodaysWork } from "./todays-work";
import type { RankedHome } from "./types";
import { UnitLines } from "./unit-lines";

export type DistrictHomeProps = Omit<RankedHome, "movedFrom"> & {
  /** Null when there is nothing to count, or the formula's counts do not add up over months. */
  readonly recovery: Omit<RecoverySectionProps, "target" | "params"> | null;
  readonly trends: ReadonlyMap<number, readonly Rate[]>;
  /** Null without earlier months to go by. */
  readonly budget: MonthBudget | null;
};

/** A chair's morning page: the gap in dossiers, today's work, the units in order, and the way back to the target. */
export function DistrictHome({
  ranking,
  before,
  lastYear,
  months,
  stocks,
  recovery,
  trends,
  budget,
  ...base
}: DistrictHomeProps) {
  const { unit, view, chosenTarget } = base;
  const { formula, target } = view;
  const { rows, total } = ranking;
  const rated = rows.filter((row) => row.rate !== null);
  const below = countBelow(rated.filter((row) => row.meetsTarget === false).length, rated.length, ranking.level);
  const unitsTitle = below === null ? HOME.ranking : capitalise(below);
  return (
    <HomeFrame
      {...base}
      title={finding(unit.name, total.rate, formula, target)}
      label={comparisons(total.rate, before, lastYear, target)}
    >
      <TodaysWork unitId={unit.id} view={view} overdue={total.tally.overdue} stocks={stocks} />
      {budget !== null && <MonthBudgetLine month={budget} />}
      <div className="grid gap-x-16 xl:grid-cols-[3fr_2fr] print:block">
        <div className="xl:order-2">
          {recovery === null ? (
            <p className="mt-10 text-sm text-secondary">{HOME.recoveryUnavailable}</p>
          ) : (
            <RecoverySection
              {...recovery}
              target={target}
              params={homeViewToParams({ ...view, target: chosenTarget })}
            />
          )}
        </div>
        <Section id="units" title={unitsTitle}>
          <TakeAway kind="ranking" params={viewToParams({ ...view, unit: unit.code, level: ranking.level })} canPrint />
          <UnitLines title={unitsTitle} ranking={ranking} trends={trends} totalTrend={months.map(({ rate }) => rate)} />
        </Section>
      </div>
    </HomeFrame>
  );
}
