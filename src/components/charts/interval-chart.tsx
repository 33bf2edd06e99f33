type IntervalChartProps = {
  /** Percents. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly label: string;
  readonly lowLabel: string;
  readonly highLabel: string;
  readonly target: { readonly value: number; readonly label: string };
};

const TOP = 100;
/** Closer than this, in hundredths of the width, two labels would touch. */
const LABEL_ROOM = 9;

/** A rate and the interval it will end in, against a target. Mute to screen readers; the table beside it speaks. */
export function IntervalChart({ value, low, high, label, lowLabel, highLabel, target }: IntervalChartProps) {
  const lowest = Math.min(low, target.value);
  const step = lowest < 60 ? 20 : lowest < 80 ? 10 : 5;
  const floor = Math.max(0, Math.floor((lowest - 1) / step) * step);
  const x = (percent: number): number => ((percent - floor) / (TOP - floor)) * 100;
  const ticks = Array.from({ length: (TOP - floor) / step + 1 }, (_, index) => floor + index * step);
  const isRoomy = x(value) - x(low) >= LABEL_ROOM && x(high) - x(value) >= LABEL_ROOM;
  const at = (percent: number) => ({ left: `${x(percent)}%` });
  return (
    <div aria-hidden className="chart mt-2 mb-6 max-w-xl px-4 text-xs text-secondary">
      <div className="relative h-5">
        <span
          className="absolute -translate-x-1/2 font-semibold whitespace-nowrap text-overdue"
          style={at(target.value)}
        >
          {target.label}
        </span>
      </div>
      <div className="relative h-16 border-b border-rule">
        {ticks.map((tick) => (
          <span key={tick} className="absolute inset-y-0 w-px bg-faint" style={at(tick)} />
        ))}
        <span className="absolute inset-y-0 w-0 border-l border-dashed border-overdue" style={at(target.value)} />
        <span
          className="absolute bottom-3 h-5 border border-secondary bg-rule"
          style={{ left: `${x(low)}%`, width: `${x(high) - x(low)}%` }}
        />
        <span className="absolute bottom-2 h-7 w-1 -translate-x-1/2 bg-ink" style={at(value)} />
        <span className="absolute top-1 -translate-x-1/2 text-sm font-semibold text-ink" style={at(value)}>
          {label}
        </span>
        {isRoomy && (
          <>
            <span className="absolute top-1.5 -translate-x-1/2" style={at(low)}>
              {lowLabel}
            </span>
            <span className="absolute top-1.5 -translate-x-1/2" style={at(high)}>
              {highLabel}
            </span>
          </>
        )}
      </div>
      <div className="relative h-5">
        {ticks.map((tick) => (
          <span key={tick} className="absolute top-1 -translate-x-1/2" style={at(tick)}>
            {tick}%
          </span>
        ))}
      </div>
    </div>
  );
}
