import "server-only";
import type { Ranking, RankingRow } from "../queries/get-ranking";
import { received } from "@/lib/sla";
import { targetToParam } from "@/lib/filters";

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

/** The ranking as the command line and the API print it: counts only, a rate is a pair of integers. */
export function toRankingJson(ranking: Ranking) {
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
  };
}
