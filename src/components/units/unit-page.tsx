import Link from "next/link";
import { AggregateSection } from "@/components/aggregates/aggregate-section";
import type { ShownAggregates, ShownForm } from "@/components/aggregates/types";
import { type WorkList, WorkSection } from "@/components/dossiers/work-section";
import { PeriodPresets } from "@/components/filters/period-presets";
import type { ResolvedView } from "@/components/filters/resolved-view";
import { ViewForm } from "@/components/filters/view-form";
import { ViewPanel, ViewPanelLink } from "@/components/filters/view-panel";
import { ContextBar, type Freshness } from "@/components/layout/context-bar";
import { PageBody } from "@/components/layout/page-body";
import { rankingHref } from "@/components/ranking/ranking-href";
import { RankingTable } from "@/components/ranking/ranking-table";
import type { ShownRanking } from "@/components/ranking/types";
import { PageTitle } from "@/components/ui/page-title";
import { Section } from "@/components/ui/section";
import { TakeAway } from "@/components/ui/take-away";
import { viewToParams } from "@/lib/filters";
import type { MonthBudget } from "@/lib/insight/month-budget";
import type { OverdueAge } from "@/lib/overdue-ages";
import { FORMULAS, type Tally } from "@/lib/sla";
import { capitalise, documentTitle, FORMULA_NAMES, targetText } from "@/lib/strings/common";
import { describePeriod } from "@/lib/strings/periods";
import { countBelow, finding } from "@/lib/strings/ranking";
import { fieldsFinding, trendFinding, UNITS } from "@/lib/strings/units";
import { FieldTable } from "./field-table";
import { MonthBudgetLine } from "./month-budget-line";
import { OverdueAges } from "./overdue-ages";
import { PeersLine, type ShownPeers } from "./peers-line";
import { RankLink } from "./rank-link";
import type { ShownField, ShownMonth, ShownUnit } from "./types";
import { UnitBalance } from "./unit-balance";
import { unitHref } from "./unit-href";
import { UnitParts } from "./unit-parts";
import { UnitTrend } from "./unit-trend";
import { type ShownUsage, UsageLine } from "./usage-line";

export type UnitPageProps = {
  readonly unit: ShownUnit;
  readonly ancestors: readonly { readonly id: number; readonly code: string; readonly name: string }[];
  readonly view: ResolvedView;
  readonly status: Freshness;
  readonly total: Tally;
  readonly fields: readonly ShownField[];
  readonly months: readonly ShownMonth[];
  /** Null for a unit with nothing below it. */
  readonly ranking: ShownRanking | null;
  readonly lists: readonly WorkList[];
  readonly aggregates: ShownAggregates;
  readonly forms: readonly ShownForm[];
  /** Null without earlier months to go by. */
  readonly budget: MonthBudget | null;
  readonly canSeeOfficers: boolean;
  readonly ages: readonly { readonly age: OverdueAge; readonly count: number }[];
  /** Null for a province, and for a unit with nothing to count. */
  readonly peers: ShownPeers | null;
  /** Null for other units than communes, and where none took in anything. */
  readonly usage: ShownUsage | null;
  /** Null for a reader who does not see the whole province. */
  readonly provinceCode: string | null;
};

const MOST_WORK_ROWS = 5;

function belowTitle({ rows, level }: ShownRanking): string {
  const rated = rows.filter(({ rate }) => rate !== null);
  const below = rated.filter(({ meetsTarget }) => meetsTarget === false).length;
  const said = countBelow(below, rated.length, level);
  return said === null ? UNITS.below : capitalise(said);
}

/** One unit: the finding, its accounts, its year, what lies below it, and its fields. */
export function UnitPage({ unit, ancestors, view, status, total, fields, months, ranking, ...more }: UnitPageProps) {
  const { lists, budget, canSeeOfficers, aggregates, forms, ages, peers, usage, provinceCode } = more;
  const { formula, target } = view;
  const period = { from: view.from, to: view.to };
  const title = finding(unit.name, FORMULAS[formula].rateOf(total), formula, target);
  const params = viewToParams(view);
  params.set("unitId", String(unit.id));
  const periodText = capitalise(describePeriod(period));
  return (
    <div className="prints-wide">
      <title>{documentTitle(title)}</title>
      <ContextBar
        path={[
          ...ancestors.map(({ id, name }) => ({ name, href: unitHref(id, view) })),
          { name: unit.name, href: null },
        ]}
        view={[periodText, FORMULA_NAMES[formula], targetText(target)]}
        status={status}
      />
      <PageBody>
        <PageTitle title={title} label={periodText} />
        <RankLink unit={unit} parent={ancestors.at(-1)} view={view} />
        <UnitParts unitId={unit.id} view={view} current="overview" canSeeOfficers={canSeeOfficers} />
        <ViewPanelLink />
        <ViewPanel address={unitHref(unit.id, view)}>
          <ViewForm action={`/units/${unit.id}`} hidden={{}} view={view} />
          {status.asOf !== null && (
            <PeriodPresets
              asOf={status.asOf}
              changes={status.changes}
              current={period}
              hrefOf={(preset) => unitHref(unit.id, { ...view, ...preset })}
            />
          )}
        </ViewPanel>
        <section aria-label={UNITS.balance} className="mt-6">
          <TakeAway kind="balance" params={params} />
          <UnitBalance unitId={unit.id} view={view} tally={total} />
          {budget !== null && <MonthBudgetLine month={budget} />}
          {peers !== null && <PeersLine peers={peers} province={provinceCode} view={view} />}
          {usage?.isHardlyUsed && <UsageLine unitId={unit.id} view={view} usage={usage} />}
        </section>
        <div className={ranking === null ? undefined : "grid gap-x-16 xl:grid-cols-2 print:block"}>
          <Section id="trend" title={trendFinding(months, target)}>
            <TakeAway kind="trend" params={params} />
            <UnitTrend unitId={unit.id} months={months} formula={formula} target={target} />
          </Section>
          {ranking !== null && (
            <Section id="below" title={belowTitle(ranking)}>
              <TakeAway kind="ranking" params={viewToParams({ ...view, unit: unit.code, level: ranking.level })} />
              <RankingTable ranking={ranking} isShort />
              <p className="mt-2 text-sm print:hidden">
                <Link href={rankingHref(unit.code, ranking.level, view)} prefetch={false}>
                  {UNITS.fullRanking}
                </Link>
              </p>
            </Section>
          )}
        </div>
        <OverdueAges unitId={unit.id} view={view} ages={ages} />
        {lists.map((list) => (
          <WorkSection key={list.measure} list={list} unitId={unit.id} view={view} mostRows={MOST_WORK_ROWS} />
        ))}
        <AggregateSection aggregates={aggregates} forms={forms} view={view} namesUnits={false} />
        <Section id="fields" title={fieldsFinding(fields)}>
          <TakeAway kind="fields" params={params} canPrint />
          <FieldTable
            unitId={unit.id}
            period={period}
            formula={formula}
            target={target}
            fields={fields}
            total={total}
          />
        </Section>
      </PageBody>
    </div>
  );
}
