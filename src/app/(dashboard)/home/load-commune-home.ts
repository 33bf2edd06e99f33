import type { CommuneHomeProps, WorkMeasure } from "@/components/home/commune-home";
import type { HomeBase } from "@/components/home/types";
import type { Viewer } from "@/lib/access/viewer";
import { FORMULAS } from "@/lib/sla";
import { getRanking } from "@/server/queries/get-ranking";
import { getTrend } from "@/server/queries/get-trend";
import { listDossiers } from "@/server/queries/list-dossiers";
import { HOME_MONTHS } from "./load-ranked-home";

const MEASURES: readonly WorkMeasure[] = ["overdue", "dueSoon", "pausedLong"];

export async function loadCommuneHome(viewer: Viewer, base: HomeBase): Promise<CommuneHomeProps> {
  const { unit, view } = base;
  const filter = {
    unitId: unit.id,
    from: view.from,
    to: view.to,
    restOf: null,
    fieldId: null,
    channel: null,
    sort: "dueOn",
    page: 1,
  } as const;
  const [{ total }, months, ...lists] = await Promise.all([
    getRanking(viewer, { ...view, unit: { id: unit.id }, level: "commune" }),
    getTrend(viewer, { unitId: unit.id, to: view.to, months: HOME_MONTHS, formula: view.formula }),
    ...MEASURES.map((measure) => listDossiers(viewer, { ...filter, measure })),
  ]);
  return {
    ...base,
    rate: FORMULAS[view.formula].rateOf(total.tally),
    months,
    lists: lists.map((list, index) => ({
      measure: MEASURES[index] ?? "overdue",
      total: list.total,
      rows: list.rows,
    })),
  };
}
