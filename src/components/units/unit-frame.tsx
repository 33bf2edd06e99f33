import type { ReactNode } from "react";
import { PeriodPresets } from "@/components/filters/period-presets";
import type { ResolvedView } from "@/components/filters/resolved-view";
import { ViewForm } from "@/components/filters/view-form";
import { ViewPanel, ViewPanelLink } from "@/components/filters/view-panel";
import { ContextBar, type Freshness, type PathStep } from "@/components/layout/context-bar";
import { PageBody } from "@/components/layout/page-body";
import { PageTitle } from "@/components/ui/page-title";
import { capitalise, documentTitle, FORMULA_NAMES, targetText } from "@/lib/strings/common";
import { describePeriod } from "@/lib/strings/periods";
import { UNIT_PART_NAMES, type UnitPart } from "@/lib/strings/unit-parts";
import type { ShownUnit } from "./types";
import { unitHref, unitPartHref, unitPartPath } from "./unit-href";
import { UnitParts } from "./unit-parts";

/** What every page of a unit stands in. */
export type UnitFrameProps = {
  readonly unit: ShownUnit;
  readonly ancestors: readonly { readonly id: number; readonly name: string }[];
  readonly view: ResolvedView;
  readonly status: Freshness;
  readonly canSeeOfficers: boolean;
};

type FrameProps = {
  readonly frame: UnitFrameProps;
  readonly part: UnitPart;
  readonly title: string;
  /** What the title speaks of; the period unless told. */
  readonly label?: string;
  /** What the page is narrowed to, as steps of the path and as parameters that its forms and links keep. */
  readonly narrowed?: { readonly steps: readonly PathStep[]; readonly params: Readonly<Record<string, string>> };
  readonly children: ReactNode;
};

/** A page of a unit beside its overview: the finding, the way to the others, the view. */
export function UnitFrame({ frame, part, title, label, narrowed, children }: FrameProps) {
  const { unit, ancestors, view, status, canSeeOfficers } = frame;
  const period = { from: view.from, to: view.to };
  const periodText = capitalise(describePeriod(period));
  const kept = new URLSearchParams(narrowed?.params).toString();
  const hrefOf = (shown: ResolvedView): string =>
    `${unitPartHref(unit.id, part, shown)}${kept === "" ? "" : `&${kept}`}`;
  return (
    <div className="prints-wide">
      <title>{documentTitle(title)}</title>
      <ContextBar
        path={[
          ...[...ancestors, unit].map(({ id, name }) => ({ name, href: unitHref(id, view) })),
          ...(narrowed?.steps ?? []),
          { name: UNIT_PART_NAMES[part], href: null },
        ]}
        view={[periodText, FORMULA_NAMES[view.formula], targetText(view.target)]}
        status={status}
      />
      <PageBody>
        <PageTitle title={title} label={label ?? periodText} />
        <UnitParts unitId={unit.id} view={view} current={part} canSeeOfficers={canSeeOfficers} />
        <ViewPanelLink />
        <ViewPanel address={hrefOf(view)}>
          <ViewForm action={unitPartPath(unit.id, part)} hidden={narrowed?.params ?? {}} view={view} />
          {status.asOf !== null && (
            <PeriodPresets
              asOf={status.asOf}
              changes={status.changes}
              current={period}
              hrefOf={(preset) => hrefOf({ ...view, ...preset })}
            />
          )}
        </ViewPanel>
        {children}
      </PageBody>
    </div>
  );
}
