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
import { heatOf } from "@/lib/insight/heat";
import type { MapMode } from "@/lib/map-mode";
import type { MapUnit } from "@/lib/insight/map-unit";
import { capitalise, documentTitle, FORMULA_NAMES, targetText } from "@/lib/strings/common";
import { MAP, mapFinding } from "@/lib/strings/map";
import { describePeriod } from "@/lib/strings/periods";
import { LEVEL_NAMES, RANKING } from "@/lib/strings/ranking";
import { UNITS } from "@/lib/strings/units";
import { mapHref } from "./map-href";
import { MapSection } from "./map-section";

export type MapPageProps = {
  readonly ranking: ShownRanking;
  readonly mapUnits: readonly MapUnit[];
  readonly mode: MapMode;
  readonly ancestors: readonly { readonly id: number; readonly name: string }[];
  readonly levels: readonly RankingLevel[];
  readonly status: Freshness;
  readonly canImportBoundaries: boolean;
};

/** The units of a level where they lie. */
export function MapPage({ ranking, mapUnits, mode, ancestors, levels, status, canImportBoundaries }: MapPageProps) {
  const { unit, level, period, formula, target, rows } = ranking;
  const view = { ...period, formula, target };
  const rated = rows.filter(({ rate }) => rate !== null);
  const below = rated.filter(({ meetsTarget }) => meetsTarget === false);
  const lowest = below.at(-1)?.name ?? null;
  const title = mapFinding(unit.name, { below: below.length, rated: rated.length, lowest }, target);
  const periodText = capitalise(describePeriod(period));
  const byId = new Map(mapUnits.map((one) => [one.unitId, one]));
  const areas = rows.toReversed().flatMap((row) => {
    const place = byId.get(row.unitId ?? 0);
    return place ? [{ ...place, row, heat: heatOf(row.rate, target), href: unitHref(place.unitId, view) }] : [];
  });
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
        <ViewPanel address={mapHref(unit.code, level, view, mode)}>
          <ViewForm action="/map" hidden={{ unit: unit.code, draw: mode }} view={view}>
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
              hrefOf={(preset) => mapHref(unit.code, level, { ...view, ...preset }, mode)}
            />
          )}
        </ViewPanel>
        {areas.length === 0 ? (
          <p className="mt-6">{MAP.noUnits}</p>
        ) : (
          <MapSection
            params={viewToParams({ ...view, unit: unit.code, level })}
            areas={areas}
            mode={mode}
            target={target}
            formula={formula}
            hrefOf={(drawn) => mapHref(unit.code, level, view, drawn)}
          />
        )}
        <p className="mt-6 flex flex-wrap gap-x-6 text-sm print:hidden">
          <Link href={rankingHref(unit.code, level, view)} prefetch={false}>
            {UNITS.fullRanking}
          </Link>
          {canImportBoundaries && (
            <Link href="/map/boundaries" prefetch={false}>
              {MAP.boundaries}
            </Link>
          )}
        </p>
      </PageBody>
    </div>
  );
}
