import { AggregateSection } from "@/components/aggregates/aggregate-section";
import type { ShownAggregates } from "@/components/aggregates/types";
import { PeriodPresets } from "@/components/filters/period-presets";
import { ViewForm } from "@/components/filters/view-form";
import { ViewPanel, ViewPanelLink } from "@/components/filters/view-panel";
import { ContextBar, type Freshness } from "@/components/layout/context-bar";
import { PageBody } from "@/components/layout/page-body";
import { Note } from "@/components/ui/note";
import { PageTitle } from "@/components/ui/page-title";
import { SelectField } from "@/components/ui/select-field";
import { TakeAway } from "@/components/ui/take-away";
import { unitHref } from "@/components/units/unit-href";
import { type RankingLevel, viewToParams } from "@/lib/filters";
import type { ChosenRows } from "@/lib/insight/choose-rows";
import { DEFAULT_CHOICE, type RankingChoice, rankingChoiceToParams } from "@/lib/ranking-choice";
import { capitalise, documentTitle, FORMULA_NAMES, targetText } from "@/lib/strings/common";
import { describePeriod } from "@/lib/strings/periods";
import { countBelow, finding, LEVEL_NAMES, RANKING } from "@/lib/strings/ranking";
import { RankingFilterFields } from "./ranking-filter-fields";
import { rankingHref } from "./ranking-href";
import { RankingTable } from "./ranking-table";
import { UnitsApart } from "./units-apart";
import type { RankingReadings, ShownRanking, ShownRankingRow } from "./types";

export type RankingPageProps = {
  readonly ranking: ShownRanking;
  /** Its rows as they are shown. */
  readonly chosen: ChosenRows<ShownRankingRow>;
  readonly readings: RankingReadings;
  /** What each unit would have taken in by its own past, by unit id. */
  readonly expected: ReadonlyMap<number, number>;
  readonly choice: RankingChoice;
  readonly aggregates: ShownAggregates;
  readonly ancestors: readonly { readonly id: number; readonly name: string }[];
  /** Levels that the unit has anything on. */
  readonly levels: readonly RankingLevel[];
  readonly status: Freshness;
};

/** The units below a unit in order of their rate, as a page. */
export function RankingPage({ ranking, chosen, readings, choice, aggregates, ...more }: RankingPageProps) {
  const { ancestors, levels, status, expected } = more;
  const { unit, level, period, formula, target, rows, total } = ranking;
  const view = { ...period, formula, target };
  const paramsOf = (choose: RankingChoice): URLSearchParams =>
    new URLSearchParams([...viewToParams({ ...view, unit: unit.code, level }), ...rankingChoiceToParams(choose)]);
  const title = finding(unit.name, total.rate, formula, target);
  const rated = rows.filter((row) => row.rate !== null);
  const below = countBelow(rated.filter((row) => row.meetsTarget === false).length, rated.length, level);
  const periodText = describePeriod(period);
  return (
    <div className="prints-wide">
      <title>{documentTitle(title)}</title>
      <ContextBar
        path={[
          ...ancestors.map(({ id, name }) => ({ name, href: unitHref(id, view) })),
          { name: unit.name, href: unitHref(unit.id, view) },
        ]}
        view={[capitalise(periodText), FORMULA_NAMES[formula], targetText(target)]}
        status={status}
      />
      <PageBody>
        <PageTitle title={title} label={[capitalise(periodText), below].filter((part) => part !== null).join(" · ")} />
        <ViewPanelLink />
        <ViewPanel address={`/ranking?${paramsOf(choice)}`}>
          <ViewForm action="/ranking" hidden={{ unit: unit.code, ...orderOf(choice) }} view={view}>
            <SelectField
              name="level"
              label={RANKING.level}
              value={level}
              options={[...new Set([...levels, level])].map((id) => ({ value: id, label: LEVEL_NAMES[id] }))}
            />
            <RankingFilterFields choice={choice} />
          </ViewForm>
          {status.asOf !== null && (
            <PeriodPresets
              asOf={status.asOf}
              changes={status.changes}
              current={period}
              hrefOf={(preset) =>
                `${rankingHref(unit.code, level, { ...view, ...preset })}${suffixOf(rankingChoiceToParams(choice))}`
              }
            />
          )}
        </ViewPanel>
        <div className="mt-6">
          {rows.length === 0 && <p className="mb-4">{RANKING.empty}</p>}
          <TakeAway kind="ranking" params={paramsOf(choice)} canPrint />
          {rows.length > 0 && chosen.shown.length === 0 && chosen.left > 0 && <p className="mb-4">{RANKING.noMatch}</p>}
          <RankingTable
            ranking={ranking}
            shown={chosen.shown}
            readings={readings}
            links={{
              current: choice.sort,
              isReversed: choice.isReversed,
              hrefOf: (sort, isReversed) => `/ranking?${paramsOf({ ...choice, sort, isReversed })}`,
            }}
          />
          {chosen.left > 0 && <Note>{RANKING.left(chosen.left)}</Note>}
          <UnitsApart rows={rows} untouched={chosen.untouched} expected={expected} view={view} />
          <AggregateSection aggregates={aggregates} view={view} namesUnits />
        </div>
      </PageBody>
    </div>
  );
}

/** The order is kept by the form, whose other fields are the filters. */
function orderOf({ sort, isReversed }: RankingChoice): Record<string, string> {
  return Object.fromEntries(rankingChoiceToParams({ ...DEFAULT_CHOICE, sort, isReversed }));
}

function suffixOf(params: URLSearchParams): string {
  return params.size === 0 ? "" : `&${params}`;
}
