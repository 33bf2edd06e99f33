import Link from "next/link";
import { Sparkline } from "@/components/charts/sparkline";
import { dossierHref } from "@/components/dossiers/dossier-href";
import type { ShownRanking, ShownRankingRow } from "@/components/ranking/types";
import { CountLink } from "@/components/ui/count-link";
import { Note } from "@/components/ui/note";
import { TableFrame } from "@/components/ui/table-frame";
import { TargetBadge } from "@/components/ui/target-badge";
import { unitHref } from "@/components/units/unit-href";
import type { Measure } from "@/lib/filters";
import { formatCount, formatRate, NOTHING } from "@/lib/format";
import { displayBp, missingToTarget, type Rate, resolvedTotal } from "@/lib/sla";
import { capitalise, FORMULA_TEXTS, RATE_NAMES } from "@/lib/strings/common";
import { HOME } from "@/lib/strings/home";
import { RANKING, restName, totalName } from "@/lib/strings/ranking";

type UnitLinesProps = {
  readonly title: string;
  readonly ranking: ShownRanking;
  /** Rates of the newest months by unit, oldest first. */
  readonly trends: ReadonlyMap<number, readonly Rate[]>;
  readonly totalTrend: readonly Rate[];
};

const PERCENT = 100;

/** The units below in order, with the year of each as a line: what a chair reads first. */
export function UnitLines({ title, ranking, trends, totalTrend }: UnitLinesProps) {
  const { unit, level, rows, rest, total, formula } = ranking;
  return (
    <>
      <TableFrame label={title}>
        <table className="ledger">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              <th scope="col" className="num">
                {RANKING.rank}
              </th>
              <th scope="col">{RANKING.unit}</th>
              <th scope="col" className="num max-sm:hidden">
                {HOME.resolved}
              </th>
              <th scope="col" className="num max-sm:hidden">
                {HOME.lateCount}
              </th>
              <th scope="col" className="num">
                {RATE_NAMES[formula]}
              </th>
              <th scope="col" className="num max-sm:hidden">
                {RANKING.missing}
              </th>
              <th scope="col" className="num max-sm:hidden">
                {capitalise(RANKING.overdue)}
              </th>
              <th scope="col" className="max-sm:hidden">
                {HOME.trend12}
              </th>
              <th scope="col" className="max-sm:hidden">
                {RANKING.target}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line
                key={row.unitId}
                kind="unit"
                row={row}
                name={row.name ?? ""}
                ranking={ranking}
                trend={trends.get(row.unitId ?? 0) ?? []}
              />
            ))}
          </tbody>
          <tfoot>
            {rest !== null && (
              <Line kind="rest" row={rest} name={restName(unit.level, level)} ranking={ranking} trend={[]} />
            )}
            <Line kind="total" row={total} name={totalName(unit.name)} ranking={ranking} trend={totalTrend} />
          </tfoot>
        </table>
      </TableFrame>
      <Note>{FORMULA_TEXTS[formula]}</Note>
    </>
  );
}

type LineProps = {
  readonly kind: "unit" | "rest" | "total";
  readonly row: ShownRankingRow;
  readonly name: string;
  readonly ranking: ShownRanking;
  readonly trend: readonly Rate[];
};

function Line({ kind, row, name, ranking, trend }: LineProps) {
  const { period, formula, target, level, unit } = ranking;
  const isJudged = kind !== "rest";
  const missing = isJudged ? missingToTarget(row.rate, target) : 0;
  const link = (measure: Measure, count: number) => {
    const filter = {
      unitId: row.unitId ?? unit.id,
      ...period,
      formula,
      target,
      measure,
      restOf: kind === "rest" ? level : null,
    };
    return <CountLink count={count} href={dossierHref(filter)} />;
  };
  return (
    <tr data-row={kind}>
      <td className="num">{kind === "unit" ? (row.rank ?? NOTHING) : ""}</td>
      <th scope="row">
        {kind === "unit" && row.unitId !== null ? (
          <Link href={unitHref(row.unitId, { ...period, formula, target })} prefetch={false}>
            {name}
          </Link>
        ) : (
          name
        )}
        <span className="mt-0.5 block font-normal sm:hidden">
          {isJudged && <TargetBadge meetsTarget={row.meetsTarget} />}
          {missing !== null && missing > 0 && (
            <span className="text-secondary"> · {RANKING.missingOnPhone(missing)}</span>
          )}
        </span>
      </th>
      <td className="num max-sm:hidden">{link("resolved", resolvedTotal(row.tally))}</td>
      <td className="num max-sm:hidden">{link("late", row.tally.late)}</td>
      <td className={`num font-bold ${isJudged && row.meetsTarget === false ? "text-overdue" : ""}`}>
        {formatRate(row.rate, target)}
      </td>
      <td className="num max-sm:hidden">{missing === 0 ? "" : formatCount(missing)}</td>
      <td className="num max-sm:hidden">{link("overdue", row.tally.overdue)}</td>
      <td className="max-sm:hidden">
        {trend.length > 0 && (
          <Sparkline values={trend.map((rate) => percentOf(rate, target))} target={target.thresholdBp / PERCENT} />
        )}
      </td>
      <td className="max-sm:hidden">{isJudged && <TargetBadge meetsTarget={row.meetsTarget} />}</td>
    </tr>
  );
}

function percentOf(rate: Rate, target: ShownRanking["target"]): number | null {
  const bp = displayBp(rate, target);
  return bp === null ? null : bp / PERCENT;
}
