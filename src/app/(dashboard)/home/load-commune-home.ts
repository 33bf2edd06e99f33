import type { CommuneHomeProps } from "@/components/home/commune-home";
import type { HomeBase } from "@/components/home/types";
import type { Viewer } from "@/lib/access/viewer";
import { getRanking } from "@/server/queries/get-ranking";
import { getTrend } from "@/server/queries/get-trend";
import { loadWorkLists } from "../load-work-lists";
import { HOME_MONTHS } from "./load-ranked-home";

export async function loadCommuneHome(viewer: Viewer, base: HomeBase): Promise<CommuneHomeProps> {
  const { unit, view } = base;
  const [{ total }, months, lists] = await Promise.all([
    getRanking(viewer, { ...view, unit: { id: unit.id }, level: "commune" }),
    getTrend(viewer, { unitId: unit.id, to: view.to, months: HOME_MONTHS, formula: view.formula }),
    loadWorkLists(viewer, { unitId: unit.id, from: view.from, to: view.to }, ["overdue", "dueSoon", "pausedLong"]),
  ]);
  return { ...base, rate: total.rate, months, lists };
}
