import { ControlChart as ControlDrawing } from "@/components/charts/control-chart";
import { FigureTable } from "@/components/ui/figure-table";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { TakeAway } from "@/components/ui/take-away";
import { formatMonth, formatRate, formatThreshold } from "@/lib/format";
import { CONTROL_SIGNALS, type ControlChart, controlChart, displayBp } from "@/lib/sla";
import { FORMULA_TEXTS } from "@/lib/strings/common";
import { CONTROL, controlFinding, signalCount, signalMark, withinFinding } from "@/lib/strings/control";
import { ControlTable } from "./control-table";
import type { ShownMonth } from "./types";
import { unitParams } from "./unit-href";
import { UnitChanges } from "./unit-changes";
import { UnitFrame, type UnitFrameProps } from "./unit-frame";

export type ControlPageProps = { readonly frame: UnitFrameProps; readonly months: readonly ShownMonth[] };

const PERCENT = 100;
const WORTH_SAYING = 1.2;

/** A unit's months against the limits of its own past: which month asks for a reason. */
export function ControlPage({ frame, months }: ControlPageProps) {
  const { unit, view } = frame;
  const chart = controlChart(months.map(({ rate }) => rate));
  return (
    <UnitFrame frame={frame} part="control" title={controlFinding(unit.name, chart, months)}>
      {chart === null ? (
        <p className="mt-6">{CONTROL.tooFew}</p>
      ) : (
        <Section id="control" title={withinFinding(chart)}>
          <TakeAway kind="control" params={unitParams(unit.id, view)} canPrint />
          <Drawing chart={chart} months={months} frame={frame} />
          <Legend chart={chart} />
          <FigureTable>
            <ControlTable unitId={unit.id} view={view} chart={chart} months={months} />
          </FigureTable>
          <Note>
            {CONTROL.note} {CONTROL.runNote} {chart.dispersion >= WORTH_SAYING && CONTROL.dispersion(chart.dispersion)}
          </Note>
          <UnitChanges months={months} />
          <Note>{FORMULA_TEXTS[view.formula]}</Note>
        </Section>
      )}
    </UnitFrame>
  );
}

/** What the marks on the chart mean; nothing when there are none. */
function Legend({ chart }: { readonly chart: ControlChart }) {
  const counts = CONTROL_SIGNALS.map((signal) => ({
    signal,
    months: chart.points.filter((point) => point?.signal === signal).length,
  })).filter(({ months }) => months > 0);
  if (counts.length === 0) return null;
  return (
    <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
      {counts.map(({ signal, months }) => (
        <li key={signal}>{signalCount(signal, months)}</li>
      ))}
    </ul>
  );
}

type DrawingProps = ControlPageProps & { readonly chart: ControlChart };

function Drawing({ chart, months, frame }: DrawingProps) {
  const { target } = frame.view;
  const { centre, points } = chart;
  return (
    <ControlDrawing
      dots={months.map(({ period, rate, changes = [] }, index) => {
        const point = points[index] ?? null;
        const bp = displayBp(rate, target);
        return {
          key: period.from,
          value: bp === null ? null : bp / PERCENT,
          low: point && PERCENT * point.limits.low,
          high: point && PERCENT * point.limits.high,
          label: formatMonth(period.from).replace(/^(\d+)\/\d+$/, (whole, month) =>
            index === 0 || month === "1" ? whole : month,
          ),
          sign: point?.signal ? signalMark(point.signal) : null,
          isBreak: changes.length > 0,
        };
      })}
      centre={{ value: (PERCENT * centre.ok) / centre.of, label: `${CONTROL.centre} ${formatRate(centre, target)}` }}
      target={{ value: target.thresholdBp / PERCENT, label: formatThreshold(target) }}
    />
  );
}
