import type { CommuneHomeProps } from "@/components/home/commune-home";
import type { DistrictHomeProps } from "@/components/home/district-home";
import type { InspectorHomeProps } from "@/components/home/inspector-home";
import type { ProvinceHomeProps } from "@/components/home/province-home";
import type { Viewer } from "@/lib/access/viewer";
import type { View } from "@/lib/filters";
import { firstOfMonth } from "@/lib/period";
import { getDataStatus } from "@/server/queries/get-data-status";
import { getUnit } from "@/server/queries/get-unit";
import { preferredLevel } from "../preferred-level";
import { resolveView } from "../resolve-view";
import { loadCommuneHome } from "./load-commune-home";
import { loadDistrictHome } from "./load-district-home";
import { loadInspectorHome } from "./load-inspector-home";
import { loadProvinceHome } from "./load-province-home";

export type LoadedHome =
  | { readonly kind: "province"; readonly props: ProvinceHomeProps }
  | { readonly kind: "district"; readonly props: DistrictHomeProps }
  | { readonly kind: "commune"; readonly props: CommuneHomeProps }
  | { readonly kind: "inspector"; readonly props: InspectorHomeProps };

/** The first page after the login: by the role, and by what lies below the viewer's unit. */
export async function loadHome(viewer: Viewer, params: View): Promise<LoadedHome> {
  const status = await getDataStatus(viewer);
  const isProvince = viewer.scopePath === "/" && viewer.role !== "inspector";
  // A province is asked for the month; everyone else answers for the year so far.
  const from = params.from ?? (isProvince ? firstOfMonthOf(params.to ?? status.asOf) : null);
  const view = resolveView({ ...params, from }, status);
  const { unit, levelsBelow } = await getUnit(viewer, viewer.unitId, view.to);
  const base = { unit, view, status };
  const level = preferredLevel(levelsBelow);
  if (level === null) return { kind: "commune", props: await loadCommuneHome(viewer, base) };
  if (viewer.role === "inspector") return { kind: "inspector", props: await loadInspectorHome(viewer, base) };
  if (isProvince) return { kind: "province", props: await loadProvinceHome(viewer, { ...base, level }) };
  return { kind: "district", props: await loadDistrictHome(viewer, { ...base, level }) };
}

function firstOfMonthOf(day: View["to"]): View["from"] {
  return day === null ? null : firstOfMonth(day);
}
