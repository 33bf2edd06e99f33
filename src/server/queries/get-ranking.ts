import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { RankingLevel } from "@/lib/filters";
import type { Period } from "@/lib/period";
import {
  addTallies,
  type CalendarDay,
  emptyTally,
  FORMULAS,
  type FormulaId,
  meetsTarget,
  type Rate,
  sharedRanks,
  type Tally,
  type TargetRule,
} from "@/lib/sla";
import { requireUnit, requireUnitByCode, type ScopedUnit } from "../access/scope";
import { readTallies, type TallyGroup } from "../ledger/read-tallies";
import { clampPeriod } from "./clamp-period";
import { getDataStatus } from "./get-data-status";
import { groupUnits } from "./group-units";

export type RankingInput = Period & {
  /** Either the surrogate id, or the code as it was valid on the period's last day. */
  readonly unit: { readonly id: number } | { readonly code: string };
  readonly level: RankingLevel;
  readonly formula: FormulaId;
  readonly target: TargetRule;
};

export type RankingRow = {
  /** Shared by equals (1, 2, 2, 4); null when there is nothing to count. */
  readonly rank: number | null;
  readonly unitId: number | null;
  readonly code: string | null;
  readonly name: string | null;
  readonly tally: Tally;
  readonly rate: Rate;
  readonly meetsTarget: boolean | null;
};

export type Ranking = {
  readonly unit: Pick<ScopedUnit, "id" | "code" | "name" | "level" | "kind">;
  readonly level: RankingLevel;
  readonly period: Period;
  /** Day on whose evening the stocks are read; null before the first import. */
  readonly asOf: CalendarDay | null;
  readonly formula: FormulaId;
  readonly target: TargetRule;
  readonly rows: readonly RankingRow[];
  /** What of the unit is in none of the rows; null when that is no unit at all. */
  readonly rest: RankingRow | null;
  readonly total: RankingRow;
};

const REST_KEY = 0;

/** Units of one level below a unit, ranked by the formula. Rows + rest = total. Throws `notFound`. */
export async function getRanking(viewer: Viewer, input: RankingInput): Promise<Ranking> {
  const unit =
    "id" in input.unit
      ? await requireUnit(viewer, input.unit.id)
      : await requireUnitByCode(viewer, input.unit.code, input.to);
  const [status, groups] = await Promise.all([getDataStatus(viewer), groupUnits(viewer, unit, input.level, input.to)]);
  const period = clampPeriod(input, status.asOf);
  const tallyGroups: TallyGroup[] = groups.rows.map((row) => ({ key: row.unit.id, unitIds: row.unitIds }));
  const tallies = await readTallies(viewer, [...tallyGroups, { key: REST_KEY, unitIds: groups.restIds }], period);

  const toRow = (rowUnit: ScopedUnit | null, tally: Tally): RankingRow => {
    const rate = FORMULAS[input.formula].rateOf(tally);
    return {
      rank: null,
      unitId: rowUnit?.id ?? null,
      code: rowUnit?.code ?? null,
      name: rowUnit?.name ?? null,
      tally,
      rate,
      meetsTarget: meetsTarget(rate, input.target),
    };
  };
  const unranked = groups.rows.map((row) => toRow(row.unit, tallies.get(row.unit.id) ?? emptyTally()));
  const rest = tallies.get(REST_KEY) ?? emptyTally();
  const total = [...unranked.map((row) => row.tally), rest].reduce(addTallies, emptyTally());
  return {
    unit: { id: unit.id, code: unit.code, name: unit.name, level: unit.level, kind: unit.kind },
    level: input.level,
    period: { from: input.from, to: input.to },
    asOf: status.asOf === null ? null : period.to,
    formula: input.formula,
    target: input.target,
    rows: rankRows(unranked),
    rest: groups.restIds.length > 0 ? toRow(null, rest) : null,
    total: toRow(unit, total),
  };
}

const collator = new Intl.Collator("vi");

/** By rank; among equals more late dossiers first, then the name. Units with nothing to count come last. */
function rankRows(rows: readonly RankingRow[]): RankingRow[] {
  const ranks = sharedRanks(rows.map((row) => row.rate));
  return rows
    .map((row, index) => ({ ...row, rank: ranks[index] ?? null }))
    .sort(
      (a, b) =>
        (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY) ||
        b.tally.late - a.tally.late ||
        collator.compare(a.name ?? "", b.name ?? ""),
    );
}
