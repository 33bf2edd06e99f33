import { PeriodPresets } from "@/components/filters/period-presets";
import { ViewPanel, ViewPanelLink } from "@/components/filters/view-panel";
import { ContextBar, type Freshness } from "@/components/layout/context-bar";
import { PageBody } from "@/components/layout/page-body";
import { DayField } from "@/components/ui/day-field";
import { PageTitle } from "@/components/ui/page-title";
import { SelectField } from "@/components/ui/select-field";
import { TakeAway } from "@/components/ui/take-away";
import { type RankingLevel, viewToParams } from "@/lib/filters";
import { COMMON, capitalise, documentTitle } from "@/lib/strings/common";
import { describePeriod, PERIODS } from "@/lib/strings/periods";
import { countUntouched, QUALITY, qualityFinding } from "@/lib/strings/quality";
import { LEVEL_NAMES } from "@/lib/strings/ranking";
import { qualityHref } from "./quality-href";
import { QualityLegend } from "./quality-legend";
import { QualityTable } from "./quality-table";
import type { ShownQuality } from "./types";

export type QualityPageProps = {
  readonly quality: ShownQuality;
  readonly ancestors: readonly { readonly id: number; readonly code: string; readonly name: string }[];
  /** Levels that the unit has anything on. */
  readonly levels: readonly RankingLevel[];
  readonly status: Freshness;
};

/** What is odd in the dossiers of the units below a unit: where to ask, and which dossiers to ask about. */
export function QualityPage({ quality, ancestors, levels, status }: QualityPageProps) {
  const { unit, level, period, rows, total } = quality;
  const title = qualityFinding(unit.name, Object.values(total.counts));
  const untouched = countUntouched(rows.filter(({ received }) => received === 0).length, rows.length);
  const periodText = capitalise(describePeriod(period));
  return (
    <div className="prints-wide">
      <title>{documentTitle(title)}</title>
      <ContextBar
        path={[...ancestors, unit].map(({ code, name }) => ({ name, href: qualityHref(code, null, period) }))}
        view={[periodText]}
        status={status}
      />
      <PageBody>
        <PageTitle title={title} label={[periodText, untouched].filter((part) => part !== null).join(" · ")} />
        <ViewPanelLink />
        <ViewPanel address={qualityHref(unit.code, level, period)}>
          <form action="/quality" className="flex flex-wrap items-end gap-x-4 gap-y-2">
            <input type="hidden" name="unit" value={unit.code} />
            <SelectField
              name="level"
              label={QUALITY.level}
              value={level}
              options={[...new Set([...levels, level])].map((id) => ({ value: id, label: LEVEL_NAMES[id] }))}
            />
            <DayField name="from" label={PERIODS.from} value={period.from} />
            <DayField name="to" label={PERIODS.to} value={period.to} />
            <button type="submit" className="button text-sm">
              {COMMON.show}
            </button>
          </form>
          {status.asOf !== null && (
            <PeriodPresets
              asOf={status.asOf}
              changes={status.changes}
              current={period}
              hrefOf={(preset) => qualityHref(unit.code, level, preset)}
            />
          )}
        </ViewPanel>
        <div className="mt-6">
          {rows.length === 0 && <p className="mb-4">{QUALITY.empty}</p>}
          <TakeAway kind="quality" params={viewToParams({ unit: unit.code, level, ...period })} canPrint />
          <QualityTable quality={quality} />
          <QualityLegend />
        </div>
      </PageBody>
    </div>
  );
}
