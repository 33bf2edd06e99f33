import Link from "next/link";
import { dossierHref } from "@/components/dossiers/dossier-href";
import { CountLink } from "@/components/ui/count-link";
import { TargetBadge } from "@/components/ui/target-badge";
import { Sparkline } from "@/components/charts/sparkline";
import { unitHref } from "@/components/units/unit-href";
import type { Measure } from "@/lib/filters";
import { formatComplement, formatCount, formatRate, NOTHING } from "@/lib/format";
import { RETURNED_COLUMN } from "@/lib/ranking-columns";
import { displayBp, missingToTarget, type Rate, type TargetRule } from "@/lib/sla";
import { targetText } from "@/lib/strings/common";
import { RANKING } from "@/lib/strings/ranking";
import type { CountColumn, RankingColumns } from "@/lib/ranking-columns";
import { rankingAnchor } from "./ranking-anchor";
import { EvidenceMark } from "./evidence-mark";
import { MoveMark } from "./move-mark";
import type { RankingReadings, ShownRanking, ShownRankingRow } from "./types";

type RankingRowProps = {
  readonly kind: "unit" | "rest" | "total";
  readonly row: ShownRankingRow;
  readonly name: string;
  readonly isTied?: boolean;
  readonly columns: RankingColumns;
  readonly ranking: ShownRanking;
  readonly isFull: boolean;
  /** The table has the columns of the reading; null in one that has not. */
  readonly readings: RankingReadings | null;
};

const PERCENT = 100;

/** A unit's line; every number leads to the list of exactly what it counts. */
export function RankingRow({ kind, row, name, isTied = false, columns, ranking, isFull, readings }: RankingRowProps) {
  // What is left over is no unit: nobody answers for it, so nobody judges it.
  const isJudged = kind !== "rest";
  const missing = isJudged ? missingToTarget(row.rate, ranking.target) : 0;
  const reading = kind === "unit" ? readings?.ranks.get(row.unitId) : undefined;
  const months = readings?.months.get(row.unitId ?? 0);
  const below =
    reading?.below == null ? undefined : RANKING.below(Math.round(PERCENT * reading.below), targetText(ranking.target));
  const badge =
    reading !== undefined ? (
      <EvidenceMark verdict={reading.verdict} title={below} />
    ) : (
      isJudged && <TargetBadge meetsTarget={row.meetsTarget} />
    );
  const hrefOf = (measure: Measure): string =>
    dossierHref({
      unitId: row.unitId ?? ranking.unit.id,
      ...ranking.period,
      formula: ranking.formula,
      target: ranking.target,
      measure,
      restOf: kind === "rest" ? ranking.level : null,
    });
  const countCell = ({ measure, countIn }: CountColumn) => (
    <td key={measure} className="num max-sm:hidden">
      <CountLink count={countIn(row.tally)} href={hrefOf(measure)} />
    </td>
  );
  return (
    <tr data-row={kind} id={kind === "unit" && row.unitId !== null ? rankingAnchor(row.unitId) : undefined}>
      <td className="num">
        <MoveMark moved={reading?.moved ?? null} /> {rankText(kind, row.rank, isTied)}
      </td>
      {readings !== null && (
        <td className="num max-sm:hidden print:hidden">{kind === "unit" && formatCount(reading?.fairRank ?? null)}</td>
      )}
      <th scope="row">
        {kind === "unit" && row.unitId !== null ? (
          <Link
            href={unitHref(row.unitId, { ...ranking.period, formula: ranking.formula, target: ranking.target })}
            prefetch={false}
          >
            {name}
          </Link>
        ) : (
          name
        )}
        <span className="mt-0.5 block font-normal sm:hidden">
          {badge}
          {missing !== null && missing > 0 && (
            <span className="text-secondary"> · {RANKING.missingOnPhone(missing)}</span>
          )}
        </span>
      </th>
      {columns.before.flatMap((group) => group.columns.map(countCell))}
      <td className={`num font-bold ${isJudged && row.meetsTarget === false ? "text-overdue" : ""}`}>
        {formatRate(row.rate, ranking.target)}
      </td>
      {isFull && <td className="num max-sm:hidden">{formatComplement(row.rate, ranking.target)}</td>}
      <td className="num max-sm:hidden">{missing === 0 ? "" : formatCount(missing)}</td>
      {readings !== null && (
        <td className="max-sm:hidden print:hidden">
          {months !== undefined && (
            <Sparkline
              values={months.map((rate) => percentOf(rate, ranking.target))}
              target={ranking.target.thresholdBp / PERCENT}
            />
          )}
        </td>
      )}
      {columns.after.flatMap((group) => group.columns.map(countCell))}
      {isFull && countCell(RETURNED_COLUMN)}
      <td className="max-sm:hidden">{badge}</td>
    </tr>
  );
}

function percentOf(rate: Rate, target: TargetRule): number | null {
  const bp = displayBp(rate, target);
  return bp === null ? null : bp / PERCENT;
}

/** "3", "3=" for a shared rank, "—" without anything to count; the lines below the ranking have none. */
function rankText(kind: RankingRowProps["kind"], rank: number | null, isTied: boolean): string {
  if (kind !== "unit") return "";
  return rank === null ? NOTHING : `${rank}${isTied ? "=" : ""}`;
}
