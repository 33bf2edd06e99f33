export type ConeChartPoint = {
  readonly key: string;
  readonly label: string;
  /** Percent; past points have only `middle`. */
  readonly low: number;
  readonly middle: number;
  readonly high: number;
};

type ConeChartProps = {
  /** Oldest first; the last one is where the cone begins. */
  readonly past: readonly { readonly key: string; readonly label: string; readonly value: number }[];
  readonly ahead: readonly ConeChartPoint[];
  readonly target: { readonly value: number; readonly label: string };
  /** A point ahead that has a name of its own. */
  readonly marked: { readonly key: string; readonly label: string } | null;
  readonly names: { readonly high: string; readonly middle: string; readonly low: string };
};

const HAIRLINE = { vectorEffect: "non-scaling-stroke", strokeWidth: "1" } as const;

/** Where a rate came from and where it can go, against a target. Mute to screen readers; the table beside it speaks. */
export function ConeChart({ past, ahead, target, marked, names }: ConeChartProps) {
  const values = [target.value, ...past.map(({ value }) => value), ...ahead.flatMap(({ low, high }) => [low, high])];
  const { floor, top, ticks } = scaleOf(values);
  const count = past.length + ahead.length;
  const x = (index: number): number => ((index + 0.5) / count) * 100;
  const y = (value: number): number => ((top - value) / (top - floor)) * 100;
  const start = past.at(-1);
  const startAt = start === undefined ? [] : [{ x: x(past.length - 1), y: y(start.value) }];
  const lineOf = (pick: (point: ConeChartPoint) => number) =>
    [...startAt, ...ahead.map((point, index) => ({ x: x(past.length + index), y: y(pick(point)) }))]
      .map((point) => `${point.x},${point.y}`)
      .join(" ");
  const high = lineOf((point) => point.high);
  const low = lineOf((point) => point.low);
  const end = ahead.at(-1);
  const markedIndex = ahead.findIndex(({ key }) => key === marked?.key);
  const markedX = markedIndex === -1 ? null : x(past.length + markedIndex);
  return (
    <div aria-hidden className="chart mt-10 grid max-w-3xl grid-cols-[2.5rem_1fr_7.5rem] text-xs text-secondary">
      <div className="relative h-56">
        {ticks.map((tick) => (
          <span key={tick} className="absolute right-2 -translate-y-1/2" style={{ top: `${y(tick)}%` }}>
            {tick}%
          </span>
        ))}
      </div>
      <div className="relative h-56">
        <svg className="absolute inset-0 size-full overflow-visible" viewBox="0 0 100 100" preserveAspectRatio="none">
          <title>{target.label}</title>
          {ticks.map((tick) => (
            <line key={tick} x1="0" x2="100" y1={y(tick)} y2={y(tick)} className="stroke-faint" {...HAIRLINE} />
          ))}
          <polygon points={`${high} ${low.split(" ").reverse().join(" ")}`} className="fill-rule" fillOpacity="0.55" />
          <line
            x1="0"
            x2="100"
            y1={y(target.value)}
            y2={y(target.value)}
            className="stroke-overdue"
            strokeDasharray="4 3"
            {...HAIRLINE}
          />
          {markedX !== null && (
            <line x1={markedX} x2={markedX} y1="0" y2="100" className="stroke-secondary" {...HAIRLINE} />
          )}
          <polyline points={high} fill="none" className="stroke-ink" {...HAIRLINE} />
          <polyline points={low} fill="none" className="stroke-ink" {...HAIRLINE} />
          <polyline
            points={lineOf((point) => point.middle)}
            fill="none"
            className="stroke-ink"
            strokeDasharray="5 4"
            {...HAIRLINE}
            strokeWidth="1.5"
          />
          <polyline
            points={past.map(({ value }, index) => `${x(index)},${y(value)}`).join(" ")}
            fill="none"
            className="stroke-ink"
            {...HAIRLINE}
            strokeWidth="2"
          />
        </svg>
        {marked !== null && markedX !== null && (
          <span
            className="absolute -top-1 -translate-x-1/2 -translate-y-full whitespace-nowrap text-ink"
            style={{ left: `${markedX}%` }}
          >
            {marked.label}
          </span>
        )}
        {startAt.map((point) => (
          <span key="start" className="absolute size-0" style={{ left: `${point.x}%`, top: `${point.y}%` }}>
            <span className="absolute -top-1 -left-1 size-2 rounded-full bg-ink" />
          </span>
        ))}
      </div>
      <div className="relative h-56">
        {end !== undefined &&
          spread([
            { key: "high", at: y(end.high), text: names.high, isTarget: false },
            { key: "target", at: y(target.value), text: target.label, isTarget: true },
            { key: "middle", at: y(end.middle), text: names.middle, isTarget: false },
            { key: "low", at: y(end.low), text: names.low, isTarget: false },
          ]).map((label) => (
            <span
              key={label.key}
              className={`absolute left-2 -translate-y-1/2 leading-tight ${label.isTarget ? "font-semibold text-overdue" : "text-ink"}`}
              style={{ top: `${label.at}%` }}
            >
              {label.text}
            </span>
          ))}
      </div>
      <div className="text-right">{floor > 0 && <span className="pr-2">≈</span>}</div>
      <div className="flex pt-1.5">
        {[...past, ...ahead].map((point, index) => (
          <span key={point.key} className={`flex-1 text-center ${index % 2 === 1 ? "max-sm:hidden" : "max-sm:flex-2"}`}>
            {point.label}
          </span>
        ))}
      </div>
    </div>
  );
}

const WHOLE = 100;

/** An axis of whole percents that leaves a step free above and below, with three to eight ticks. */
function scaleOf(values: readonly number[]): { floor: number; top: number; ticks: readonly number[] } {
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const step = [1, 2, 5, 10].find((candidate) => (highest - lowest) / candidate <= 5) ?? 20;
  const floor = Math.max(0, (Math.ceil(lowest / step) - 1) * step);
  const top = Math.min(WHOLE, (Math.floor(highest / step) + 1) * step);
  return { floor, top, ticks: Array.from({ length: (top - floor) / step + 1 }, (_, index) => floor + index * step) };
}

/** Percent of the height that a line of label text takes. */
const LABEL_HEIGHT = 8;

/** Moves labels apart that would cover one another; from top to bottom. */
function spread<Label extends { readonly at: number }>(labels: readonly Label[]): Label[] {
  let least = Number.NEGATIVE_INFINITY;
  return labels
    .toSorted((a, b) => a.at - b.at)
    .map((label) => {
      const at = Math.max(label.at, least);
      least = at + LABEL_HEIGHT;
      return { ...label, at };
    });
}
