import { RateChart } from "@/components/charts/rate-chart";
import { dossierHref } from "@/components/dossiers/dossier-href";
import { CountLink } from "@/components/ui/count-link";
import { Note } from "@/components/ui/note";
import type { Measure } from "@/lib/filters";
import { formatMonth, formatRate, formatThreshold } from "@/lib/format";
import { lastOfMonth } from "@/lib/period";
import { displayBp, type FormulaId, received, resolvedTotal, type TargetRule } from "@/lib/sla";
import { AGGREGATES } from "@/lib/strings/aggregates";
import { FORMULA_TEXTS, RATE_NAMES } from "@/lib/strings/common";
import { UNITS } from "@/lib/strings/units";
import { ToldMonthRow } from "./told-month-row";
import type { ShownMonth } from "./types";
import { UnitChanges } from "./unit-changes";

type UnitTrendProps = {
  readonly unitId: number;
  readonly months: readonly ShownMonth[];
  readonly formula: FormulaId;
  readonly target: TargetRule;
  /** The table lies closed until it is asked for. */
  readonly isFolded?: boolean;
};

const PERCENT = 100;

/** Month by month against the target: a line, and its table one click away and always on paper. */
export function UnitTrend({ unitId, months, formula, target, isFolded = false }: UnitTrendProps) {
  const points = months.map(({ period, rate, changes = [], told }, index) => {
    const bp = displayBp(rate, target);
    const toldBp = told === undefined ? null : displayBp(told.rate, target);
    return {
      key: period.from,
      value: bp === null ? null : bp / PERCENT,
      label: formatMonth(period.from).replace(/^(\d+)\/\d+$/, (whole, month) =>
        index === 0 || month === "1" ? whole : month,
      ),
      mark: index === months.length - 1 ? formatRate(rate, target) : null,
      isBreak: changes.length > 0,
      ...(toldBp !== null && { apart: toldBp / PERCENT }),
    };
  });
  const toldCount = months.filter(({ told }) => told !== undefined).length;
  return (
    <div className="@container">
      {/* With room for two, the table stands beside its line. */}
      <div className={isFolded ? undefined : "grid grid-cols-1 items-start gap-x-16 @6xl:grid-cols-2"}>
        <RateChart points={points} target={{ value: target.thresholdBp / PERCENT, label: formatThreshold(target) }} />
        <details open={!isFolded} className="prints-open mt-2 max-w-3xl">
          <summary className="text-sm text-accent print:hidden">{UNITS.trendTable}</summary>
          <TrendTable unitId={unitId} months={months} formula={formula} target={target} />
        </details>
      </div>
      <UnitChanges months={months} />
      {toldCount > 0 && <Note>{AGGREGATES.section.toldMonths(toldCount)}</Note>}
      <Note>{FORMULA_TEXTS[formula]}</Note>
    </div>
  );
}

function TrendTable({ unitId, months, formula, target }: UnitTrendProps) {
  return (
    <table className="ledger mt-2">
      <caption className="sr-only">{UNITS.trendTable}</caption>
      <thead>
        <tr>
          <th scope="col">{UNITS.month}</th>
          <th scope="col" className="num max-sm:hidden">
            {UNITS.form.received}
          </th>
          <th scope="col" className="num">
            {UNITS.resolved}
          </th>
          <th scope="col" className="num">
            {UNITS.late}
          </th>
          <th scope="col" className="num max-sm:hidden">
            {UNITS.overdue}
          </th>
          <th scope="col" className="num">
            {RATE_NAMES[formula]}
          </th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ period, tally, rate, told }) => {
          if (told !== undefined)
            return <ToldMonthRow key={period.from} {...told} month={period.from} target={target} />;
          const link = (measure: Measure, count: number) => (
            <CountLink count={count} href={dossierHref({ unitId, ...period, formula, target, measure })} />
          );
          return (
            <tr key={period.from}>
              <th scope="row">
                {formatMonth(period.from)} {period.to !== lastOfMonth(period.from) && UNITS.partOfMonth(period.to)}
              </th>
              <td className="num max-sm:hidden">{link("received", received(tally))}</td>
              <td className="num">{link("resolved", resolvedTotal(tally))}</td>
              <td className="num">{link("late", tally.late)}</td>
              <td className="num max-sm:hidden">{link("overdue", tally.overdue)}</td>
              <td className="num font-bold">{formatRate(rate, target)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
