import { IntervalChart } from "@/components/charts/interval-chart";
import { Note } from "@/components/ui/note";
import { formatCount, formatThreshold } from "@/lib/format";
import { FEWEST_DUE, FEWEST_OPEN } from "@/lib/insight/month-forecast";
import type { Period } from "@/lib/period";
import type { CalendarDay, RateForecast, TargetRule } from "@/lib/sla";
import { formatProbability } from "@/lib/strings/home";
import { FORECAST } from "@/lib/strings/unit-forecast";

export type ShownForecast = {
  /** The evening from which it looks ahead. */
  readonly asOf: CalendarDay;
  readonly month: Period;
  readonly met: number;
  readonly missed: number;
  readonly open: number;
  readonly rate: RateForecast | null;
  /** Months of experience it rests on. */
  readonly experience: number;
};

const PERCENT = 100;

type ForecastFiguresProps = { readonly forecast: ShownForecast; readonly target: TargetRule };

/** What is decided, what is open, and what it comes to with its interval. */
export function ForecastFigures({ forecast, target }: ForecastFiguresProps) {
  const { month, met, missed, open, rate, experience } = forecast;
  const lines = [
    { label: FORECAST.met, value: formatCount(met) },
    { label: FORECAST.missed, value: formatCount(missed) },
    { label: FORECAST.open, value: formatCount(open) },
    ...(rate === null ? [] : [{ label: FORECAST.expectedLate, value: formatCount(Math.round(rate.expectedLate)) }]),
  ];
  return (
    <>
      {rate !== null && (
        <IntervalChart
          value={PERCENT * rate.share}
          low={PERCENT * rate.low}
          high={PERCENT * rate.high}
          label={formatProbability(rate.share)}
          lowLabel={formatProbability(rate.low)}
          highLabel={formatProbability(rate.high)}
          target={{ value: target.thresholdBp / PERCENT, label: formatThreshold(target) }}
        />
      )}
      <table className="ledger max-w-xl">
        <caption className="sr-only">{FORECAST.section}</caption>
        <thead>
          <tr>
            <th scope="col">{FORECAST.state}</th>
            <th scope="col" className="num">
              {FORECAST.dossiers}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ label, value }) => (
            <tr key={label}>
              <th scope="row" className={label === FORECAST.expectedLate ? "!pl-6 !font-normal" : undefined}>
                {label}
              </th>
              <td className="num">{value}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr data-row="total">
            <th scope="row">{FORECAST.total}</th>
            <td className="num">{formatCount(met + missed + open)}</td>
          </tr>
          {rate !== null && (
            <>
              <tr>
                <th scope="row">{FORECAST.rate}</th>
                <td className="num font-bold">{formatProbability(rate.share)}</td>
              </tr>
              <tr>
                <th scope="row">{FORECAST.interval}</th>
                <td className="num">{FORECAST.between(formatProbability(rate.low), formatProbability(rate.high))}</td>
              </tr>
            </>
          )}
        </tfoot>
      </table>
      {rate === null && <p className="mt-2">{FORECAST.tooFew(FEWEST_DUE, FEWEST_OPEN)}</p>}
      <Note>{FORECAST.note(experience, month)}</Note>
    </>
  );
}
