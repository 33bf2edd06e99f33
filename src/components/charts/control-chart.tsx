export type ControlDot = {
  readonly key: string;
  /** Percent; null leaves a gap. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly label: string;
  /** Null: nothing to say of it. */
  readonly sign: { readonly mark: string; readonly isGood: boolean } | null;
  /** The unit changed in this month. */
  readonly isBreak: boolean;
};

type Line = { readonly value: number; readonly label: string };

type ControlChartProps = {
  readonly dots: readonly ControlDot[];
  readonly centre: Line;
  readonly target: Line;
};

const TOP = 100;
const HAIRLINE = { vectorEffect: "non-scaling-stroke", strokeWidth: "1" } as const;
/** Closer than this, two labels at the end of lines would touch. */
const LABEL_ROOM = 7;

/** Months between the limits of the unit's own past. Mute to screen readers; the table beside it speaks. */
export function ControlChart({ dots, centre, target }: ControlChartProps) {
  const lowest = Math.min(target.value, ...dots.flatMap(({ value, low }) => [value ?? TOP, low ?? TOP]));
  const step = lowest < 60 ? 20 : lowest < 80 ? 10 : 5;
  const floor = Math.max(0, Math.floor(lowest / step) * step);
  const x = (index: number): number => ((index + 0.5) / dots.length) * 100;
  const y = (value: number): number => ((TOP - value) / (TOP - floor)) * 100;
  const ticks = Array.from({ length: (TOP - floor) / step + 1 }, (_, index) => floor + index * step);
  const half = 50 / dots.length;
  const isCrowded = Math.abs(y(centre.value) - y(target.value)) < LABEL_ROOM;
  const above = isCrowded && centre.value >= target.value ? "-translate-y-full" : "-translate-y-1/2";
  const below = isCrowded && centre.value >= target.value ? "" : isCrowded ? "-translate-y-full" : "-translate-y-1/2";
  return (
    <div aria-hidden className="chart grid max-w-4xl grid-cols-[2.5rem_1fr_4.5rem] text-xs text-secondary">
      <div className="relative h-72">
        {ticks.map((tick) => (
          <span key={tick} className="absolute right-2 -translate-y-1/2" style={{ top: `${y(tick)}%` }}>
            {tick}%
          </span>
        ))}
      </div>
      <div className="relative h-72">
        <svg className="absolute inset-0 size-full overflow-visible" viewBox="0 0 100 100" preserveAspectRatio="none">
          <title>{target.label}</title>
          {ticks.map((tick) => (
            <line key={tick} x1="0" x2="100" y1={y(tick)} y2={y(tick)} className="stroke-faint" {...HAIRLINE} />
          ))}
          {dots.map(({ key, low, high }, index) =>
            low === null || high === null ? null : (
              <rect
                key={key}
                x={x(index) - half}
                width={2 * half}
                y={y(high)}
                height={Math.max(0, y(low) - y(high))}
                className="fill-rule"
                fillOpacity="0.55"
              />
            ),
          )}
          {dots.map(({ key, isBreak }, index) =>
            isBreak ? (
              <line
                key={key}
                x1={x(index) - half}
                x2={x(index) - half}
                y1="0"
                y2="100"
                className="stroke-ink"
                strokeDasharray="2 3"
                {...HAIRLINE}
              />
            ) : null,
          )}
          <line x1="0" x2="100" y1={y(centre.value)} y2={y(centre.value)} className="stroke-secondary" {...HAIRLINE} />
          <line
            x1="0"
            x2="100"
            y1={y(target.value)}
            y2={y(target.value)}
            className="stroke-overdue"
            strokeDasharray="4 3"
            {...HAIRLINE}
          />
          <polyline
            points={dots.flatMap(({ value }, index) => (value === null ? [] : [`${x(index)},${y(value)}`])).join(" ")}
            fill="none"
            className="stroke-ink"
            {...HAIRLINE}
          />
        </svg>
        {dots.map(({ key, value, sign }, index) =>
          value === null ? null : (
            <span
              key={key}
              className="absolute grid size-4 -translate-1/2 place-items-center"
              style={{ left: `${x(index)}%`, top: `${y(value)}%` }}
            >
              {sign === null ? (
                <span className="size-1.5 rounded-full bg-ink" />
              ) : (
                <span
                  className={`px-px text-sm leading-none font-semibold ${sign.isGood ? "text-on-time" : "text-overdue"}`}
                >
                  {sign.mark}
                </span>
              )}
            </span>
          ),
        )}
      </div>
      <div className="relative h-72">
        <span className={`absolute left-1 whitespace-nowrap ${above}`} style={{ top: `${y(centre.value)}%` }}>
          {centre.label}
        </span>
        <span className={`absolute left-1 font-semibold text-overdue ${below}`} style={{ top: `${y(target.value)}%` }}>
          {target.label}
        </span>
      </div>
      <div className="text-right">{floor > 0 && <span className="pr-2">≈</span>}</div>
      <div className="flex pt-1.5">
        {dots.map(({ key, label }, index) => (
          <span key={key} className={`flex-1 text-center ${index % 3 === 0 ? "max-sm:flex-3" : "max-sm:hidden"}`}>
            {label}
          </span>
        ))}
      </div>
    </div>
  );
}
