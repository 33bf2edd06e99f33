import type { ResolvedView } from "@/components/filters/resolved-view";
import { dossierHref } from "@/components/dossiers/dossier-href";
import { CountLink } from "@/components/ui/count-link";
import { formatBp, formatCount, formatMonth, formatRate, NOTHING } from "@/lib/format";
import { type ControlChart, WHOLE_BP } from "@/lib/sla";
import { CONTROL, SIGNAL_NAMES } from "@/lib/strings/control";
import { UNITS } from "@/lib/strings/units";
import type { ShownMonth } from "./types";

type ControlTableProps = {
  readonly unitId: number;
  readonly view: ResolvedView;
  readonly chart: ControlChart;
  readonly months: readonly ShownMonth[];
};

/** The months of the control chart, newest first. */
export function ControlTable({ unitId, view, chart, months }: ControlTableProps) {
  const { target } = view;
  const rows = months.map((month, index) => ({ ...month, point: chart.points[index] ?? null })).reverse();
  return (
    <table className="ledger mt-2">
      <caption className="sr-only">{CONTROL.section}</caption>
      <thead>
        <tr>
          <th scope="col">{CONTROL.month}</th>
          <th scope="col" className="num max-sm:hidden">
            {CONTROL.counted}
          </th>
          <th scope="col" className="num">
            {UNITS.late}
          </th>
          <th scope="col" className="num">
            {CONTROL.rate}
          </th>
          <th scope="col" className="num max-sm:hidden">
            {CONTROL.low}
          </th>
          <th scope="col" className="num max-sm:hidden">
            {CONTROL.high}
          </th>
          <th scope="col">{CONTROL.signal}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ period, tally, rate, point }) => (
          <tr key={period.from}>
            <th scope="row">{formatMonth(period.from)}</th>
            <td className="num max-sm:hidden">{formatCount(rate === null ? null : rate.of)}</td>
            <td className="num">
              <CountLink count={tally.late} href={dossierHref({ unitId, ...period, measure: "late" })} />
            </td>
            <td className="num font-bold">{formatRate(rate, target)}</td>
            <td className="num max-sm:hidden">{limitText(point?.limits.low)}</td>
            <td className="num max-sm:hidden">{limitText(point?.limits.high)}</td>
            <td>{point === null ? NOTHING : point.signal === null ? CONTROL.within : SIGNAL_NAMES[point.signal]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function limitText(share: number | undefined): string {
  return formatBp(share === undefined ? null : Math.round(WHOLE_BP * share));
}
