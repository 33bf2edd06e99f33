"use client";

import { useRouter } from "next/navigation";
import { OPENING } from "@/components/layout/opening-mark";
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from "react";

type Stop = {
  readonly label: string;
  readonly month: string;
  readonly href: string;
  /** Units changed since the stop before. */
  readonly isBreak: boolean;
};

type TimeSliderProps = {
  /** Oldest first. */
  readonly stops: readonly Stop[];
  readonly current: number;
  readonly name: string;
  /** What stands here without a script. */
  readonly children: ReactNode;
};

/** The hand rests this long before the page follows. */
const REST_MS = 400;

const subscribe = () => () => undefined;

/** Moves through the stops; the address of the one it rests on is opened. */
export function TimeSlider({ stops, current, name, children }: TimeSliderProps) {
  const hasScript = useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
  const router = useRouter();
  const [place, setPlace] = useState(current);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setPlace(current), [current]);
  useEffect(() => () => clearTimeout(rest.current), []);
  if (!hasScript) return children;
  const shown = stops[place];
  return (
    <label className="flex flex-wrap items-center gap-x-3 gap-y-1 text-secondary">
      {name}
      <span aria-hidden>{stops[0]?.month}</span>
      <span className="relative flex w-56 max-w-full">
        {stops.map(({ month, isBreak }, index) =>
          isBreak && index > 0 ? (
            <span
              key={month}
              aria-hidden
              title={month}
              className="pointer-events-none absolute -inset-y-1 border-l border-dashed border-ink"
              style={{ left: `calc(8px + (100% - 16px) * ${(index - 0.5) / (stops.length - 1)})` }}
            />
          ) : null,
        )}
        <input
          type="range"
          min={0}
          max={stops.length - 1}
          value={place}
          aria-label={name}
          aria-valuetext={shown?.label}
          className="w-full accent-accent"
          onChange={(event) => {
            const next = Number(event.currentTarget.value);
            setPlace(next);
            clearTimeout(rest.current);
            rest.current = setTimeout(() => {
              const href = stops[next]?.href;
              if (href === undefined || next === current) return;
              document.dispatchEvent(new Event(OPENING));
              router.push(href, { scroll: false });
            }, REST_MS);
          }}
        />
      </span>
      <output className="font-semibold text-ink">{shown?.label}</output>
    </label>
  );
}
