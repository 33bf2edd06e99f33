import { RankingTable } from "@/components/ranking/ranking-table";
import type { ShownRankingRow } from "@/components/ranking/types";
import { Section } from "@/components/ui/section";
import { TakeAway } from "@/components/ui/take-away";
import { UnitTrend } from "@/components/units/unit-trend";
import { viewToParams } from "@/lib/filters";
import { homeViewToParams } from "@/lib/home-view";
import { firstThings } from "@/lib/insight/first-things";
import { moversOf } from "@/lib/insight/movers";
import { paretoOf, shareOf } from "@/lib/insight/pareto";
import { belowShareText, comparisons, freshnessFinding, HOME, moversFinding, paretoFinding } from "@/lib/strings/home";
import { countBelow, finding } from "@/lib/strings/ranking";
import { trendFinding } from "@/lib/strings/units";
import { BothLates } from "./both-lates";
import { FirstThingsList } from "./first-things-list";
import { FreshnessTable } from "./freshness-table";
import { HomeFrame } from "./home-frame";
import { MoversTable } from "./movers-table";
import { ParetoTable } from "./pareto-table";
import type { RankedHome } from "./types";

export type ProvinceHomeProps = RankedHome & {
  /** Units that handle dossiers themselves: communes and divisions. */
  readonly handling: readonly ShownRankingRow[];
};

/** The province's morning page: better or worse, where, and what to look at first. */
export function ProvinceHome({
  handling,
  ranking,
  movedFrom,
  before,
  lastYear,
  months,
  stocks,
  ...base
}: ProvinceHomeProps) {
  const { unit, view, status } = base;
  const { formula, target } = view;
  const params = homeViewToParams(view);
  const { total, rows } = ranking;
  const rated = rows.filter((row) => row.rate !== null);
  const below = countBelow(rated.filter((row) => row.meetsTarget === false).length, rated.length, ranking.level);
  const title = [finding(unit.name, total.rate, formula, target), below].filter((part) => part !== null).join(" — ");
  const pareto = paretoOf(handling, (row) => row.tally.late, total.tally.late);
  const half = pareto.parts[pareto.vitalFew - 1]?.runningBp ?? null;
  const shareBelow = shareOf(pareto, ({ meetsTarget }) => meetsTarget === false);
  const movers = moversOf(rows, movedFrom.rows, target);
  const better = movers.filter(({ changeBp }) => changeBp > 0).length;
  const worse = movers.filter(({ changeBp }) => changeBp < 0).length;
  const paretoTitle = paretoFinding(pareto.vitalFew, handling.length, half);
  const moversTitle = moversFinding(better, worse, before.period);
  const label = comparisons(total.rate, before, lastYear, target);
  return (
    <HomeFrame {...base} title={title} label={label}>
      <BothLates unitId={unit.id} view={view} tally={total.tally} stocks={stocks} />
      <Section id="first" title={HOME.firstThings}>
        <FirstThingsList things={firstThings({ unitId: unit.id, handling, movers, pareto, ...stocks })} view={view} />
      </Section>
      <div className="grid gap-x-16 xl:grid-cols-2 print:block">
        <Section id="pareto" title={paretoTitle}>
          <TakeAway kind="pareto" params={params} />
          {shareBelow.count > 0 && <p className="mb-2 text-sm">{belowShareText(shareBelow, target)}</p>}
          {pareto.parts.length > 0 && <ParetoTable title={paretoTitle} pareto={pareto} view={view} />}
        </Section>
        <div>
          <Section id="trend" title={trendFinding(months, target)}>
            <TakeAway kind="trend" params={viewToParams(view)} />
            <UnitTrend unitId={unit.id} months={months} formula={formula} target={target} isFolded />
          </Section>
          <Section id="movers" title={moversTitle}>
            <TakeAway kind="movers" params={params} />
            <MoversTable title={moversTitle} movers={movers} view={view} />
          </Section>
        </div>
      </div>
      <Section id="ranking" title={HOME.ranking}>
        <TakeAway kind="ranking" params={viewToParams({ ...view, unit: unit.code, level: ranking.level })} canPrint />
        <RankingTable ranking={ranking} />
      </Section>
      <Section id="freshness" title={freshnessFinding(status.sources)}>
        <TakeAway kind="sources" params={new URLSearchParams()} />
        <FreshnessTable status={status} />
      </Section>
    </HomeFrame>
  );
}
