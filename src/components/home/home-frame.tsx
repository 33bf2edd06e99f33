import type { ReactNode } from "react";
import { AggregatesAtHome } from "@/components/aggregates/aggregates-at-home";
import { PeriodPresets } from "@/components/filters/period-presets";
import { ViewForm } from "@/components/filters/view-form";
import { ViewPanel, ViewPanelLink } from "@/components/filters/view-panel";
import { ContextBar } from "@/components/layout/context-bar";
import { PageBody } from "@/components/layout/page-body";
import { PageTitle } from "@/components/ui/page-title";
import { StarredViews } from "@/components/views/starred-views";
import { homeViewToParams } from "@/lib/home-view";
import { capitalise, documentTitle, FORMULA_NAMES, targetText } from "@/lib/strings/common";
import { describePeriod } from "@/lib/strings/periods";
import type { HomeBase } from "./types";

type HomeFrameProps = HomeBase & {
  /** The finding. */
  readonly title: string;
  /** Comparisons, after the period's name. */
  readonly label: readonly string[];
  readonly children: ReactNode;
};

/** What stands around every home: context, finding, and where the view is changed. */
export function HomeFrame({ unit, view, chosenTarget, status, aggregates, starred, ...page }: HomeFrameProps) {
  const { title, label, children } = page;
  const period = { from: view.from, to: view.to };
  const periodText = capitalise(describePeriod(period));
  return (
    <div className="prints-wide">
      <title>{documentTitle(title)}</title>
      <ContextBar
        path={[{ name: unit.name, href: null }]}
        view={[periodText, FORMULA_NAMES[view.formula], targetText(view.target)]}
        status={status}
      />
      <PageBody>
        <PageTitle title={title} label={[periodText, ...label].join(" · ")} />
        <StarredViews views={starred} />
        <ViewPanelLink />
        <ViewPanel address={`/?${homeViewToParams({ ...view, target: chosenTarget })}`}>
          <ViewForm action="/" hidden={{}} view={view} />
          {status.asOf !== null && (
            <PeriodPresets
              asOf={status.asOf}
              changes={status.changes}
              current={period}
              hrefOf={(preset) => `/?${homeViewToParams({ ...view, ...preset, target: chosenTarget })}`}
            />
          )}
        </ViewPanel>
        {children}
        <AggregatesAtHome aggregates={aggregates} view={view} unitCode={unit.code} />
      </PageBody>
    </div>
  );
}
