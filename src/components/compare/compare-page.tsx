import Link from "next/link";
import { PeriodPresets } from "@/components/filters/period-presets";
import { ViewForm } from "@/components/filters/view-form";
import { ViewPanel, ViewPanelLink } from "@/components/filters/view-panel";
import { ContextBar, type Freshness } from "@/components/layout/context-bar";
import { PageBody } from "@/components/layout/page-body";
import { rankingHref } from "@/components/ranking/ranking-href";
import type { ShownRanking } from "@/components/ranking/types";
import { PageTitle } from "@/components/ui/page-title";
import { SelectField } from "@/components/ui/select-field";
import { unitHref } from "@/components/units/unit-href";
import { type RankingLevel, viewToParams } from "@/lib/filters";
import { funnelOf } from "@/lib/insight/funnel";
import { capitalise, documentTitle, FORMULA_NAMES, targetText } from "@/lib/strings/common";
import { COMPARE, funnelFinding } from "@/lib/strings/compare";
import { describePeriod } from "@/lib/strings/periods";
import { LEVEL_NAMES, RANKING } from "@/lib/strings/ranking";
import { UNITS } from "@/lib/strings/units";
import { compareHref } from "./compare-href";
import { FunnelSection } from "./funnel-section";
import { MonthMap } from "./month-map";
import { SmallMultiples } from "./small-multiples";
import type { ShownTrends } from "./types";

export type ComparePageProps = {
  readonly ranking: ShownRanking;
  readonly trends: ShownTrends;
  readonly ancestors: readonly { readonly id: number; readonly name: string }[];
  readonly levels: readonly RankingLevel[];
  readonly status: Freshness;
};

/** The units of a level side by side: against chance, by month, and each year as a line. */
export function ComparePage({ ranking, trends, ancestors, levels, status }: ComparePageProps) {
  const { unit, level, period, formula, target } = ranking;
  const view = { ...period, formula, target };
  const funnel = funnelOf(ranking.rows, target);
  const far = funnel.points.filter(({ place }) => place === "farBelow").length;
  const title = funnelFinding(unit.name, far, funnel.points.length, target);
  const params = viewToParams({ ...view, unit: unit.code, level });
  const periodText = capitalise(describePeriod(period));
  return (
    <div className="prints-wide">
      <title>{documentTitle(title)}</title>
      <ContextBar
        path={[
          ...ancestors.map(({ id, name }) => ({ name, href: unitHref(id, view) })),
          { name: unit.name, href: unitHref(unit.id, view) },
        ]}
        view={[periodText, FORMULA_NAMES[formula], targetText(target)]}
        status={status}
      />
      <PageBody>
        <PageTitle title={title} label={`${periodText} · ${LEVEL_NAMES[level]}`} />
        <ViewPanelLink />
        <ViewPanel address={compareHref(unit.code, level, view)}>
          <ViewForm action="/compare" hidden={{ unit: unit.code }} view={view}>
            <SelectField
              name="level"
              label={RANKING.level}
              value={level}
              options={[...new Set([...levels, level])].map((id) => ({ value: id, label: LEVEL_NAMES[id] }))}
            />
          </ViewForm>
          {status.asOf !== null && (
            <PeriodPresets
              asOf={status.asOf}
              changes={status.changes}
              current={period}
              hrefOf={(preset) => compareHref(unit.code, level, { ...view, ...preset })}
            />
          )}
        </ViewPanel>
        {funnel.points.length === 0 ? (
          <p className="mt-6">{COMPARE.noUnits}</p>
        ) : (
          <>
            <FunnelSection funnel={funnel} ranking={ranking} params={params} />
            <MonthMap ranking={ranking} trends={trends} params={params} />
            <SmallMultiples ranking={ranking} trends={trends} />
          </>
        )}
        <p className="mt-6 text-sm print:hidden">
          <Link href={rankingHref(unit.code, level, view)} prefetch={false}>
            {UNITS.fullRanking}
          </Link>
        </p>
      </PageBody>
    </div>
  );
}
