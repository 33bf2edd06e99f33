export type RatePoint = {
  readonly key: string;
  /** Percent; null leaves a gap. */
  readonly value: number | null;
  readonly label: string;
  /** Written at the point; null for most. */
  readonly mark: string | null;
  /** The line is broken before it: what follows is of other units. */
  readonly isBreak?: boolean;
  /** Percent, of another kind of figure: drawn apart from the line. */
  readonly apart?: number;
};

type RateChartProps = {
  readonly points: readonly RatePoint[];
  readonly target: { readonly value: number; readonly label: string };
};

const TOP = 100;
/** Where the axis may begin, with a visible break, and the steps it then has. */
const FLOORS = [
  { floor: 80, step: 5 },
  { floor: 60, step: 10 },
  { floor: 0, step: 20 },
] as const;

/**
 * A line against a target, drawn on the server: it needs no script and prints. Mute to screen readers; the
 * table beside it speaks. Rates start at 80 or 60 with a visible break, unless one lies below.
 */
export function RateChart({ points, target }: RateChartProps) {
  const values = points.flatMap(({ value, apart = null }) => [value, apart].filter((each) => each !== null));
  const lowest = Math.min(target.value, ...values);
  const { floor, step } = FLOORS.find((one) => lowest >= one.floor) ?? FLOORS[2];
  const x = (index: number): number => ((index + 0.5) / points.length) * 100;
  const y = (value: number): number => ((TOP - value) / (TOP - floor)) * 100;
  const ticks = Array.from({ length: (TOP - floor) / step + 1 }, (_, index) => floor + index * step);
  return (
    <div aria-hidden className="chart grid max-w-3xl grid-cols-[2.5rem_1fr_3rem] text-xs text-secondary">
      <div className="relative h-52">
        {ticks.map((tick) => (
          <span key={tick} className="absolute right-2 -translate-y-1/2" style={{ top: `${y(tick)}%` }}>
            {tick}%
          </span>
        ))}
      </div>
      <div className="relative h-52">
        <svg className="absolute inset-0 size-full overflow-visible" viewBox="0 0 100 100" preserveAspectRatio="none">
          <title>{target.label}</title>
          {ticks.map((tick) => (
            <line key={tick} x1="0" x2="100" y1={y(tick)} y2={y(tick)} className="stroke-faint" {...HAIRLINE} />
          ))}
          <line
            x1="0"
            x2="100"
            y1={y(target.value)}
            y2={y(target.value)}
            className="stroke-overdue"
            strokeDasharray="4 3"
            {...HAIRLINE}
          />
          {points.map(({ key, isBreak }, index) =>
            isBreak === true ? (
              <line
                key={key}
                x1={(index / points.length) * 100}
                x2={(index / points.length) * 100}
                y1="0"
                y2="100"
                className="stroke-ink"
                strokeDasharray="2 3"
                {...HAIRLINE}
              />
            ) : null,
          )}
          {segmentsOf(points, x, y).map((path) => (
            <polyline key={path} points={path} fill="none" className="stroke-ink" {...HAIRLINE} strokeWidth="2" />
          ))}
        </svg>
        {points.map(({ key, apart }, index) =>
          apart === undefined ? null : (
            <span key={key} className="absolute size-0" style={{ left: `${x(index)}%`, top: `${y(apart)}%` }}>
              <span className="absolute -top-1 -left-1 size-2 rotate-45 border border-ink bg-page" />
            </span>
          ),
        )}
        {points.map((point, index) =>
          point.value === null ? null : (
            <span
              key={point.key}
              className="absolute size-0"
              style={{ left: `${x(index)}%`, top: `${y(point.value)}%` }}
            >
              <span className="absolute -top-[3px] -left-[3px] size-1.5 rounded-full bg-ink" />
              {point.mark !== null && (
                <span
                  className={`absolute -translate-x-1/2 font-semibold whitespace-nowrap text-ink ${point.value < target.value ? "top-1.5" : "bottom-1.5"}`}
                >
                  {point.mark}
                </span>
              )}
            </span>
          ),
        )}
      </div>
      <div className="relative h-52">
        <span
          className="absolute left-1 -translate-y-1/2 font-semibold text-overdue"
          style={{ top: `${y(target.value)}%` }}
        >
          {target.label}
        </span>
      </div>
      <div className="text-right">{floor > 0 && <span className="pr-2">≈</span>}</div>
      <div className="flex pt-1.5">
        {points.map((point, index) => (
          <span key={point.key} className={`flex-1 text-center ${index % 2 === 1 ? "max-sm:hidden" : "max-sm:flex-2"}`}>
            {point.label}
          </span>
        ))}
      </div>
    </div>
  );
}

const HAIRLINE = { vectorEffect: "non-scaling-stroke", strokeWidth: "1" } as const;

/** A line for each run of months that have a rate, of the same units. */
function segmentsOf(
  points: readonly RatePoint[],
  x: (index: number) => number,
  y: (value: number) => number,
): string[] {
  const runs: string[][] = [[]];
  points.forEach((point, index) => {
    if (point.value === null || point.isBreak === true) runs.push([]);
    if (point.value !== null) runs.at(-1)?.push(`${x(index)},${y(point.value)}`);
  });
  return runs.filter((run) => run.length > 1).map((run) => run.join(" "));
}
