import { ConeChart } from "@/components/charts/cone-chart";
import { FigureTable } from "@/components/ui/figure-table";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { TakeAway } from "@/components/ui/take-away";
import { formatDay, formatMonth, formatRate, formatThreshold } from "@/lib/format";
import type { ConePoint, RecoveryPath, RunningRate } from "@/lib/insight/recovery-path";
import { lastOfMonth } from "@/lib/period";
import type { CalendarDay, TargetRule } from "@/lib/sla";
import { feasibleText, HOME, orderedText, recoveryText } from "@/lib/strings/home";

export type RecoverySectionProps = {
  readonly path: RecoveryPath;
  readonly past: readonly RunningRate[];
  readonly target: TargetRule;
  /** Of the page. */
  readonly params: URLSearchParams;
  readonly asOf: CalendarDay;
  readonly ordered: { readonly reachBy: CalendarDay | null; readonly basis: string } | null;
};

const PERCENT = 100;
/** A share 0 … 1 as a pair of integers, for printing. */
const SHARE_OF = 1_000_000;

/** What it takes to reach the target by its day: one sentence, one chart, one table. */
export function RecoverySection({ path, past, target, params, asOf, ordered }: RecoverySectionProps) {
  const ahead = path.cone.slice(1);
  const sentence = recoveryText(path, target);
  const facts = [
    path.consecutive === 0 ? null : feasibleText(path.feasibleOn),
    ordered === null ? null : orderedText(ordered.reachBy, ordered.basis, asOf),
  ].filter((fact) => fact !== null);
  return (
    <Section id="recovery" title={sentence}>
      {facts.length > 0 && <p className="mb-4 max-w-[80ch] text-sm text-secondary">{facts.join(" ")}</p>}
      <TakeAway kind="recovery" params={params} />
      <ConeChart
        past={past.map(({ day, rate }) => ({
          key: day,
          label: monthLabel(day),
          value: (PERCENT * rate.ok) / rate.of,
        }))}
        ahead={ahead.map(({ day, best, pace, worst }) => ({
          key: day,
          label: monthLabel(day),
          high: PERCENT * best,
          middle: PERCENT * pace,
          low: PERCENT * worst,
        }))}
        target={{ value: target.thresholdBp / PERCENT, label: formatThreshold(target) }}
        marked={{ key: path.until, label: HOME.targetDay(path.until) }}
        names={{ high: HOME.best, middle: HOME.pace, low: HOME.worst }}
      />
      <FigureTable>
        <ConeTable past={past} ahead={ahead} target={target} />
      </FigureTable>
      <Note>{HOME.recoveryNote}</Note>
    </Section>
  );
}

function monthLabel(day: CalendarDay): string {
  return formatMonth(day).replace(/^(\d+)\/\d+$/, (whole, month) => (month === "1" ? whole : month));
}

type ConeTableProps = {
  readonly past: readonly RunningRate[];
  readonly ahead: readonly ConePoint[];
  readonly target: TargetRule;
};

function ConeTable({ past, ahead, target }: ConeTableProps) {
  const cell = (share: number) => (
    <td className="num">{formatRate({ ok: Math.round(share * SHARE_OF), of: SHARE_OF }, target)}</td>
  );
  return (
    <table className="ledger mt-2">
      <caption className="sr-only">{HOME.recoveryTable}</caption>
      <thead>
        <tr>
          <th scope="col">{HOME.monthEnd}</th>
          <th scope="col" className="num">
            {HOME.best}
          </th>
          <th scope="col" className="num">
            {HOME.pace}
          </th>
          <th scope="col" className="num">
            {HOME.worst}
          </th>
        </tr>
      </thead>
      <tbody>
        {past.map(({ day, rate }) => (
          <tr key={day}>
            <th scope="row">{day === lastOfMonth(day) ? formatMonth(day) : formatDay(day)}</th>
            <td className="num" />
            <td className="num">{formatRate(rate, target)}</td>
            <td className="num" />
          </tr>
        ))}
        {ahead.map(({ day, best, pace, worst }) => (
          <tr key={day}>
            <th scope="row">{formatDay(day)}</th>
            {cell(best)}
            {cell(pace)}
            {cell(worst)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
