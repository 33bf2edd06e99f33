import { sparkPath } from "./spark-path";

type SparklineProps = {
  /** Percent, oldest first; null leaves a gap. */
  readonly values: readonly (number | null)[];
  readonly target: number;
  readonly width?: number;
  readonly height?: number;
};

/** A unit's months as a small line against the target. Mute to screen readers: the row's figures speak. */
export function Sparkline({ values, target, width = 80, height = 20 }: SparklineProps) {
  const { lines, points, targetY } = sparkPath(values, target, width, height);
  const last = points.at(-1);
  return (
    <svg
      aria-hidden
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className="inline-block overflow-visible align-middle"
    >
      <line x1="0" x2={width} y1={targetY} y2={targetY} className="stroke-overdue" strokeDasharray="3 2" />
      {lines.map((line) => (
        <polyline key={line} points={line} fill="none" className="stroke-ink" strokeWidth="1.25" />
      ))}
      {last !== undefined && <circle cx={last.x} cy={last.y} r="1.75" className="fill-ink" />}
    </svg>
  );
}
