import type { UnitPageProps } from "@/components/units/unit-page";
import { canSeeOfficers } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import type { View } from "@/lib/filters";
import { monthBudget } from "@/lib/insight/month-budget";
import { addTallies, emptyTally } from "@/lib/sla";
import { getAggregateFields } from "@/server/queries/get-aggregate-fields";
import { getAggregates } from "@/server/queries/get-aggregates";
import { getCalendarOfUnit } from "@/server/queries/get-calendar-of-unit";
import { getDataStatus } from "@/server/queries/get-data-status";
import { getOverdueAges } from "@/server/queries/get-overdue-ages";
import { getPeers } from "@/server/queries/get-peers";
import { getRanking } from "@/server/queries/get-ranking";
import { getTalliesByField } from "@/server/queries/get-tallies-by-field";
import { getTrend } from "@/server/queries/get-trend";
import { getUnit } from "@/server/queries/get-unit";
import { getUsage } from "@/server/queries/get-usage";
import { loadWorkLists } from "../../load-work-lists";
import { preferredLevel } from "../../preferred-level";
import { resolveView } from "../../resolve-view";

const MONTHS = 12;

export async function loadUnitPage(viewer: Viewer, unitId: number, params: View): Promise<UnitPageProps> {
  const status = await getDataStatus(viewer);
  const view = resolveView(params, status);
  const { unit, ancestors, levelsBelow } = await getUnit(viewer, unitId, view.to);
  const level = preferredLevel(levelsBelow);
  const [fields, months, ranking, lists, calendar, aggregates, forms, ages, peers, usage] = await Promise.all([
    getTalliesByField(viewer, { unitId, from: view.from, to: view.to }),
    getTrend(viewer, { unitId, to: view.to, months: MONTHS, formula: view.formula }),
    level === null ? null : getRanking(viewer, { ...view, unit: { id: unitId }, level }),
    loadWorkLists(viewer, { unitId, from: view.from, to: view.to }, ["overdue", "dueSoon", "pausedLong"]),
    getCalendarOfUnit(viewer, unitId),
    getAggregates(viewer, { unitId, level: null, from: view.from, to: view.to }),
    getAggregateFields(viewer, { unitId, from: view.from, to: view.to }),
    getOverdueAges(viewer, { unitId, from: view.from, to: view.to }),
    getPeers(viewer, { ...view, unitId }),
    getUsage(viewer, { unitId, from: view.from, to: view.to }),
  ]);
  const total = fields.map((field) => field.tally).reduce(addTallies, emptyTally());
  return {
    unit,
    ancestors,
    view,
    status,
    total,
    fields,
    months,
    ranking,
    lists,
    aggregates,
    forms,
    budget: monthBudget(months, calendar, view.target),
    canSeeOfficers: canSeeOfficers(viewer.role),
    ages,
    peers,
    usage,
    provinceCode: ancestors.find((ancestor) => ancestor.level === "province")?.code ?? null,
  };
}
