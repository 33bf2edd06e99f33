import Link from "next/link";
import type { ShownRanking } from "@/components/ranking/types";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { TableFrame } from "@/components/ui/table-frame";
import { TakeAway } from "@/components/ui/take-away";
import { unitHref } from "@/components/units/unit-href";
import { formatMonth, formatRate } from "@/lib/format";
import { isLastingMiss } from "@/lib/insight/month-pattern";
import { COMPARE, heatFinding } from "@/lib/strings/compare";
import { tightUnitName } from "@/lib/strings/ranking";
import { HeatCell } from "./heat-cell";
import type { ShownTrends } from "./types";

type MonthMapProps = {
  readonly ranking: ShownRanking;
  readonly trends: ShownTrends /** Of the page. */;
  readonly params: URLSearchParams;
};

/** A phone shows the newest ones, without scrolling to them. */
const MONTHS_ON_PHONE = 3;

/** Unit by month as a table whose cells are tinted: it is its own chart. */
export function MonthMap({ ranking, trends, params }: MonthMapProps) {
  const { period, formula, target } = ranking;
  const title = heatFinding(trends.units.filter(({ rates }) => isLastingMiss(rates, target)).length, target);
  const firstOnPhone = trends.months.length - MONTHS_ON_PHONE;
  return (
    <Section id="months" title={title}>
      <TakeAway kind="months" params={params} />
      <TableFrame label={title}>
        <table className="ledger">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              <th scope="col" className="pinned">
                {COMPARE.unit}
              </th>
              {trends.months.map(({ from }, index) => (
                <th key={from} scope="col" className={`num ${index < firstOnPhone ? "max-sm:hidden" : ""}`}>
                  {monthHead(formatMonth(from), index === 0)}
                </th>
              ))}
              <th scope="col" className="num">
                {COMPARE.average}
              </th>
            </tr>
          </thead>
          <tbody>
            {trends.units.map(({ row, rates }) => (
              <tr key={row.unitId}>
                <th scope="row" className="pinned max-sm:min-w-28 sm:whitespace-nowrap">
                  <Link href={unitHref(row.unitId ?? 0, { ...period, formula, target })} prefetch={false}>
                    {tightUnitName(row.name ?? "")}
                  </Link>
                </th>
                {trends.months.map(({ from }, index) => (
                  <HeatCell
                    key={from}
                    rate={rates[index] ?? null}
                    target={target}
                    className={index < firstOnPhone ? "max-sm:hidden" : ""}
                  />
                ))}
                <td className="num font-bold">{formatRate(row.rate, target)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <Note>
        {COMPARE.heatNote} <span className="sm:hidden">{COMPARE.heatOnPhone(MONTHS_ON_PHONE)}</span>
      </Note>
    </Section>
  );
}

/** The year is written once, and where it changes. */
function monthHead(month: string, isFirst: boolean): string {
  return isFirst || month.startsWith("1/") ? month : month.replace(/\/\d+$/, "");
}
