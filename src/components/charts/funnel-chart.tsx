import Link from "next/link";
import { placeNames } from "./place-names";

export const DOT_KINDS = ["farBelow", "below", "within", "above"] as const;
export type DotKind = (typeof DOT_KINDS)[number];

export type FunnelDot = {
  readonly key: string;
  readonly name: string;
  /** What the pointer reads. */
  readonly title: string;
  readonly href: string;
  readonly volume: number;
  /** Percent. */
  readonly value: number;
  readonly kind: DotKind;
};

type Limit = {
  readonly volume: number;
  readonly low: number;
  readonly high: number;
  readonly lowest: number;
  readonly highest: number;
};

type FunnelChartProps = {
  /** The most striking first: these are named. */
  readonly dots: readonly FunnelDot[];
  /** By volume. */
  readonly limits: readonly Limit[];
  readonly target: { readonly value: number; readonly label: string };
  readonly volumeLabel: string;
  readonly formatVolume: (volume: number) => string;
};

const TOP = 100;
const HAIRLINE = { vectorEffect: "non-scaling-stroke", strokeWidth: "1" } as const;
const VOLUME_TICKS = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000];

const DOTS: Readonly<Record<DotKind, string>> = {
  farBelow: "size-2.5 bg-overdue",
  below: "size-2 rotate-45 bg-late",
  within: "size-2 rounded-full border border-secondary bg-paper",
  above: "size-2 rounded-full bg-on-time",
};

/** The sign of a kind, for the words beside it. */
export function DotSign({ kind }: { readonly kind: DotKind }) {
  return <span aria-hidden className={`inline-block self-center ${DOTS[kind]}`} />;
}

/**
 * Rates by volume between the limits of chance around a target; small units may stray further. Mute to screen readers
 * and the keyboard: the table beside it speaks and leads on.
 */
export function FunnelChart({ dots, limits, target, volumeLabel, formatVolume }: FunnelChartProps) {
  const volumes = limits.map(({ volume }) => volume);
  const [least, most] = [Math.log(Math.max(1, Math.min(...volumes))), Math.log(Math.max(2, ...volumes))];
  const lowest = Math.min(...dots.map(({ value }) => value), target.value);
  const step = lowest < 60 ? 20 : lowest < 80 ? 10 : 5;
  const floor = Math.max(0, Math.floor((lowest - 1) / step) * step);
  const x = (volume: number): number => 2 + (96 * (Math.log(volume) - least)) / Math.max(0.1, most - least);
  const y = (value: number): number => ((TOP - Math.max(floor, value)) / (TOP - floor)) * 100;
  const ticks = Array.from({ length: (TOP - floor) / step + 1 }, (_, index) => floor + index * step);
  const xTicks = VOLUME_TICKS.flatMap((base) => [base, 2 * base, 5 * base]).filter(
    (tick) => Math.log(tick) >= least && Math.log(tick) <= most,
  );
  const lineOf = (pick: (limit: Limit) => number): string =>
    limits.map((limit) => `${x(limit.volume)},${y(pick(limit))}`).join(" ");
  const placed = dots.map((dot) => ({ ...dot, x: x(dot.volume), y: y(dot.value) }));
  const named = placeNames(placed.filter(({ kind }) => kind === "farBelow"));
  return (
    <div aria-hidden className="chart grid grid-cols-[2.5rem_1fr_2.5rem] text-xs text-secondary">
      <div className="relative h-96">
        {ticks.map((tick) => (
          <span key={tick} className="absolute right-2 -translate-y-1/2" style={{ top: `${y(tick)}%` }}>
            {tick}%
          </span>
        ))}
      </div>
      <div className="relative h-96">
        <svg className="absolute inset-0 size-full overflow-visible" viewBox="0 0 100 100" preserveAspectRatio="none">
          <title>{target.label}</title>
          {ticks.map((tick) => (
            <line key={tick} x1="0" x2="100" y1={y(tick)} y2={y(tick)} className="stroke-faint" {...HAIRLINE} />
          ))}
          <polygon
            points={`${lineOf(({ high }) => high)} ${lineOf(({ low }) => low)
              .split(" ")
              .reverse()
              .join(" ")}`}
            className="fill-rule"
            fillOpacity="0.55"
          />
          <polyline points={lineOf((limit) => limit.lowest)} fill="none" className="stroke-secondary" {...HAIRLINE} />
          <polyline points={lineOf((limit) => limit.highest)} fill="none" className="stroke-secondary" {...HAIRLINE} />
          <line
            x1="0"
            x2="100"
            y1={y(target.value)}
            y2={y(target.value)}
            className="stroke-overdue"
            strokeDasharray="4 3"
            {...HAIRLINE}
          />
        </svg>
        {placed.toReversed().map((dot) => (
          <Link
            prefetch={false}
            key={dot.key}
            href={dot.href}
            tabIndex={-1}
            title={dot.title}
            className="absolute grid size-4 -translate-1/2 place-items-center"
            style={{ left: `${dot.x}%`, top: `${dot.y}%` }}
          >
            <span className={DOTS[dot.kind]} />
          </Link>
        ))}
        {named.map((dot) => (
          <span
            key={dot.key}
            className={`pointer-events-none absolute -translate-y-1/2 whitespace-nowrap text-ink max-md:hidden ${dot.isLeft ? "-translate-x-full pr-2.5" : "pl-2.5"}`}
            style={{ left: `${dot.x}%`, top: `${dot.y}%` }}
          >
            {dot.name}
          </span>
        ))}
      </div>
      <div className="relative h-96">
        <span
          className="absolute left-1 -translate-y-1/2 font-semibold text-overdue"
          style={{ top: `${y(target.value)}%` }}
        >
          {target.label}
        </span>
      </div>
      <div className="text-right">{floor > 0 && <span className="pr-2">≈</span>}</div>
      <div className="relative h-10">
        {xTicks.map((tick, index) => (
          <span
            key={tick}
            className={`absolute top-1.5 -translate-x-1/2 ${index % 2 === 1 ? "max-sm:hidden" : ""}`}
            style={{ left: `${x(tick)}%` }}
          >
            {formatVolume(tick)}
          </span>
        ))}
        <span className="absolute inset-x-0 top-6 text-center">{volumeLabel}</span>
      </div>
    </div>
  );
}
