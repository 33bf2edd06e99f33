import type { CommuneHomeProps } from "@/components/home/commune-home";
import type { DistrictHomeProps } from "@/components/home/district-home";
import type { InspectorHomeProps } from "@/components/home/inspector-home";
import type { ProvinceHomeProps } from "@/components/home/province-home";
import type { Viewer } from "@/lib/access/viewer";
import { DEFAULT_TARGET } from "@/lib/filters";
import type { HomeView } from "@/lib/home-view";
import { firstOfMonth } from "@/lib/period";
import type { CalendarDay, TargetRule } from "@/lib/sla";
import { getDataStatus } from "@/server/queries/get-data-status";
import { getUnit } from "@/server/queries/get-unit";
import { listSavedViews } from "@/server/queries/list-saved-views";
import { listTargets, type OrderedTarget } from "@/server/queries/list-targets";
import { preferredLevel } from "../preferred-level";
import { resolvePeriod } from "../resolve-view";
import { loadCommuneHome } from "./load-commune-home";
import { loadDistrictHome } from "./load-district-home";
import { loadHomeAggregates } from "./load-home-aggregates";
import { loadInspectorHome } from "./load-inspector-home";
import { loadProvinceHome } from "./load-province-home";

export type LoadedHome =
  | { readonly kind: "province"; readonly props: ProvinceHomeProps }
  | { readonly kind: "district"; readonly props: DistrictHomeProps }
  | { readonly kind: "commune"; readonly props: CommuneHomeProps }
  | { readonly kind: "inspector"; readonly props: InspectorHomeProps };

/** The first page after the login: by the role, and by what lies below the viewer's unit. */
export async function loadHome(viewer: Viewer, params: HomeView): Promise<LoadedHome> {
  const status = await getDataStatus(viewer);
  const isProvince = viewer.scopePath === "/" && viewer.role !== "inspector";
  // A province is asked for the month; everyone else answers for the year so far.
  const from = params.from ?? (isProvince ? firstOfMonthOf(params.to ?? status.asOf) : null);
  const period = resolvePeriod({ from, to: params.to }, status);
  const [{ unit, levelsBelow }, targets, views] = await Promise.all([
    getUnit(viewer, viewer.unitId, period.to),
    listTargets(viewer, viewer.unitId, period.to),
    listSavedViews(viewer),
  ]);
  const target = params.target ?? targetInForce(targets, period.to) ?? DEFAULT_TARGET;
  const view = { ...period, formula: params.formula, target };
  const level = preferredLevel(levelsBelow);
  const aggregates = await loadHomeAggregates(viewer, period, level);
  const starred = views.filter(({ isStarred }) => isStarred);
  const base = { unit, view, chosenTarget: params.target, status, aggregates, starred };
  if (level === null) return { kind: "commune", props: await loadCommuneHome(viewer, base) };
  if (viewer.role === "inspector")
    return { kind: "inspector", props: await loadInspectorHome(viewer, { ...base, level }) };
  if (isProvince) return { kind: "province", props: await loadProvinceHome(viewer, { ...base, level }) };
  return { kind: "district", props: await loadDistrictHome(viewer, { ...base, level }) };
}

/** An order that was to be met by a day holds until then; afterwards what stands without a day. */
function targetInForce(targets: readonly OrderedTarget[], on: CalendarDay): TargetRule | null {
  const found = targets.find(({ reachBy }) => reachBy === null || reachBy >= on);
  return found === undefined ? null : { thresholdBp: found.thresholdBp, mustExceed: found.mustExceed };
}

function firstOfMonthOf(day: CalendarDay | null): CalendarDay | null {
  return day === null ? null : firstOfMonth(day);
}
