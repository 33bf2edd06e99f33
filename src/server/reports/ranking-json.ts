import "server-only";
import { targetToParam } from "@/lib/filters";
import { received } from "@/lib/sla";
import type { AggregateRow } from "../queries/get-aggregates";
import type { Ranking, RankingRow } from "../queries/get-ranking";

export type RankingJson = ReturnType<typeof toRankingJson>;

function rowJson(row: RankingRow) {
  const { tally } = row;
  return {
    rank: row.rank,
    code: row.code,
    name: row.name,
    received: received(tally),
    carriedOver: tally.carriedOver,
    early: tally.early,
    onTime: tally.onTime,
    late: tally.late,
    resolvedUndated: tally.resolvedUndated,
    returned: tally.returned,
    open: tally.open,
    inTime: tally.inTime,
    paused: tally.paused,
    overdue: tally.overdue,
    openUndated: tally.openUndated,
    rate: row.rate,
    meetsTarget: row.meetsTarget,
  };
}

function tableJson({ unitCode, unitName, period, sourceName, asOf, counts, isBroken, dossiers }: AggregateRow) {
  return {
    code: unitCode,
    name: unitName,
    period,
    source: sourceName,
    asOf,
    counts,
    isBroken,
    besideDossiers: dossiers !== null,
  };
}

/** The ranking as the command line and the API print it: counts only, a rate is a pair of integers. Tables of counts are of no sum. */
export function toRankingJson(ranking: Ranking, tables: readonly AggregateRow[]) {
  return {
    unit: { code: ranking.unit.code, name: ranking.unit.name, level: ranking.unit.level },
    level: ranking.level,
    period: ranking.period,
    asOf: ranking.asOf,
    formula: ranking.formula,
    target: targetToParam(ranking.target),
    rows: ranking.rows.map(rowJson),
    rest: ranking.rest === null ? null : rowJson(ranking.rest),
    total: rowJson(ranking.total),
    tables: tables.map(tableJson),
  };
}
