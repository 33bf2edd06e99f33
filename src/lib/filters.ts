import { z } from "zod";
import {
  type CalendarDay,
  CHANNELS,
  type Channel,
  FORMULA_IDS,
  type FormulaId,
  isDay,
  type TargetRule,
} from "@/lib/sla";
import { OVERDUE_AGES } from "./overdue-ages";
import { QUALITY_CHECKS } from "./quality-checks";

export const RANKING_LEVELS = ["department", "district", "division", "commune"] as const;
export type RankingLevel = (typeof RANKING_LEVELS)[number];

/** The numbers that link to a dossier list, of rankings and of the quality page: each names the dossiers it counts. */
export const MEASURES = [
  "received",
  "receivedDirect",
  "receivedOnline",
  "receivedPostal",
  "receivedOffline",
  "carriedOver",
  "handled",
  "resolved",
  "early",
  "onTime",
  "late",
  "resolvedUndated",
  "returned",
  "resolvedDated",
  "closed",
  "closedOnTime",
  "open",
  "inTime",
  "paused",
  "overdue",
  "openUndated",
  "notOverdue",
  "due",
  "dueMet",
  "dueMissed",
  "dueSoon",
  "pausedLong",
  "stepped",
  "stepOver",
  ...OVERDUE_AGES,
  ...QUALITY_CHECKS,
] as const;
export type Measure = (typeof MEASURES)[number];

/** What `dueSoon` and `pausedLong` mean: working days ahead, and calendar days in a row. */
export const DUE_SOON_WORKING_DAYS = 3;
export const LONG_PAUSE_DAYS = 30;

/** Lists of which each dossier in time is told how likely it is to become late. */
export const CHANCE_MEASURES: readonly Measure[] = ["open", "inTime", "notOverdue", "dueSoon"];

/** Lists of resolved dossiers by their steps, which may be narrowed to the steps at one office. */
export const STEP_MEASURES: readonly Measure[] = ["stepped", "stepOver"];

/** Stands for the dossiers whose source names no officer. */
export const NO_OFFICER = "-";

export const DOSSIER_SORTS = ["dueOn", "lateChance", "receivedOn", "finishedOn", "code"] as const;
export type DossierSort = (typeof DOSSIER_SORTS)[number];

export const DEFAULT_FORMULA: FormulaId = "resolved";
export const DEFAULT_TARGET: TargetRule = { thresholdBp: 9500, mustExceed: false };

/** What a page shows; null where the page's default applies. */
export type View = {
  readonly unit: string | null;
  readonly level: RankingLevel | null;
  readonly from: CalendarDay | null;
  readonly to: CalendarDay | null;
  readonly formula: FormulaId;
  readonly target: TargetRule;
};

export type DossierFilter = {
  readonly unitId: number;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly measure: Measure;
  /** Only what lies in no unit of this level: the "rest" row of a ranking. */
  readonly restOf: RankingLevel | null;
  readonly fieldId: number | null;
  readonly channel: Channel | null;
  /** Absent or null: all of them. */
  readonly procedureId?: number | null;
  /** A name, or `NO_OFFICER`; only for roles that may see officers. Absent or null: all of them. */
  readonly officer?: string | null;
  /** Where the steps were, as `getStepTimes` names it; only of `STEP_MEASURES`. Absent or null: anywhere. */
  readonly office?: string | null;
  readonly sort: DossierSort;
  readonly page: number;
  /** Of the page that led here; they choose no dossier, but the way back keeps them. */
  readonly formula?: FormulaId;
  readonly target?: TargetRule;
};

export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

export const daySchema = z.custom<CalendarDay>((value) => typeof value === "string" && isDay(value));
const targetSchema = z
  .string()
  .regex(/^>?\d{1,2}(\.\d{1,2})?$|^100$/)
  .transform(parseTarget);
const identifierSchema = z.coerce.number().int().positive().max(2_147_483_647);
const nameSchema = z.string().min(1).max(500);
const codeSchema = z
  .string()
  .min(1)
  .max(40)
  .regex(/^[\w.-]+$/u);

/** A repeated or malformed parameter counts as absent: a link from elsewhere must not break the page. */
function read<Value>(params: SearchParams, name: string, schema: z.ZodType<Value>): Value | null {
  const raw = params[name];
  if (typeof raw !== "string") return null;
  const result = schema.safeParse(raw);
  return result.success ? result.data : null;
}

function parseTarget(text: string): TargetRule {
  const mustExceed = text.startsWith(">");
  return { thresholdBp: Math.round(Number(mustExceed ? text.slice(1) : text) * 100), mustExceed };
}

/** The target that an address names; null where the page's default applies. */
export function readTarget(params: SearchParams): TargetRule | null {
  return read(params, "target", targetSchema);
}

/** "95", ">95" (must be exceeded), "97.5". */
export function targetToParam(target: TargetRule): string {
  return `${target.mustExceed ? ">" : ""}${target.thresholdBp / 100}`;
}

/** Reads a page's parameters. A period whose ends are reversed is treated as absent. */
export function parseView(params: SearchParams): View {
  const from = read(params, "from", daySchema);
  const to = read(params, "to", daySchema);
  const reversed = from !== null && to !== null && from > to;
  return {
    unit: read(params, "unit", codeSchema),
    level: read(params, "level", z.enum(RANKING_LEVELS)),
    from: reversed ? null : from,
    to: reversed ? null : to,
    formula: read(params, "formula", z.enum(FORMULA_IDS)) ?? DEFAULT_FORMULA,
    target: readTarget(params) ?? DEFAULT_TARGET,
  };
}

/** The inverse of `parseView`; defaults are left out so that addresses stay short. */
export function viewToParams(view: Partial<View>): URLSearchParams {
  const params = new URLSearchParams();
  if (view.unit) params.set("unit", view.unit);
  if (view.level) params.set("level", view.level);
  if (view.from) params.set("from", view.from);
  if (view.to) params.set("to", view.to);
  if (view.formula && view.formula !== "resolved") params.set("formula", view.formula);
  if (view.target && !sameTarget(view.target, DEFAULT_TARGET)) params.set("target", targetToParam(view.target));
  return params;
}

function sameTarget(a: TargetRule, b: TargetRule): boolean {
  return a.thresholdBp === b.thresholdBp && a.mustExceed === b.mustExceed;
}

/** A dossier filter as an address gives it; the page fills the nulls from its defaults. */
export type DossierFilterDraft = Omit<DossierFilter, "unitId" | "from" | "to" | "measure"> & {
  readonly unitId: number | null;
  readonly from: CalendarDay | null;
  readonly to: CalendarDay | null;
  readonly measure: Measure;
};

export function parseDossierFilter(params: SearchParams): DossierFilterDraft {
  const { from, to, formula, target } = parseView(params);
  return {
    unitId: read(params, "unitId", identifierSchema),
    from,
    to,
    measure: read(params, "measure", z.enum(MEASURES)) ?? "handled",
    restOf: read(params, "restOf", z.enum(RANKING_LEVELS)),
    fieldId: read(params, "fieldId", identifierSchema),
    channel: read(params, "channel", z.enum(CHANNELS)),
    procedureId: read(params, "procedureId", identifierSchema),
    officer: read(params, "officer", nameSchema),
    office: read(params, "office", nameSchema),
    sort: read(params, "sort", z.enum(DOSSIER_SORTS)) ?? "dueOn",
    page: read(params, "page", identifierSchema) ?? 1,
    formula,
    target,
  };
}

/** The inverse of `parseDossierFilter`. */
export function dossierFilterToParams(filter: Partial<DossierFilterDraft>): URLSearchParams {
  const params = new URLSearchParams();
  if (filter.measure) params.set("measure", filter.measure);
  if (filter.from) params.set("from", filter.from);
  if (filter.to) params.set("to", filter.to);
  if (filter.restOf) params.set("restOf", filter.restOf);
  if (filter.fieldId) params.set("fieldId", String(filter.fieldId));
  if (filter.channel) params.set("channel", filter.channel);
  if (filter.procedureId) params.set("procedureId", String(filter.procedureId));
  if (filter.officer) params.set("officer", filter.officer);
  if (filter.office) params.set("office", filter.office);
  if (filter.sort && filter.sort !== "dueOn") params.set("sort", filter.sort);
  if (filter.page && filter.page > 1) params.set("page", String(filter.page));
  if (filter.formula && filter.formula !== DEFAULT_FORMULA) params.set("formula", filter.formula);
  if (filter.target && !sameTarget(filter.target, DEFAULT_TARGET)) params.set("target", targetToParam(filter.target));
  // Last: what stands before it is the same in each row of a ranking, which is then a fortieth shorter to send.
  if (filter.unitId) params.set("unitId", String(filter.unitId));
  return params;
}
