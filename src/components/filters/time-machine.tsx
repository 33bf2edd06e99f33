import Link from "next/link";
import type { UnitDay } from "@/components/layout/context-bar";
import type { Period } from "@/lib/period";
import type { CalendarDay } from "@/lib/sla";
import { TIME_MACHINE } from "@/lib/strings/time-machine";
import { unitChangeText } from "@/lib/strings/units";
import { isInMonthOf, monthEnds, movePeriod } from "@/lib/time-machine";
import { TimeSlider } from "./time-slider";

type TimeMachineProps = {
  readonly asOf: CalendarDay;
  readonly changes: readonly UnitDay[];
  readonly current: Period;
  readonly hrefOf: (period: Period) => string;
};

/** The same view as of the end of an earlier month: links, of which a script makes a slider. */
export function TimeMachine({ asOf, changes, current, hrefOf }: TimeMachineProps) {
  const ends = monthEnds(asOf);
  const stops = ends.map((day) => ({
    day,
    label: TIME_MACHINE.at(day),
    month: TIME_MACHINE.month(day),
    href: hrefOf(movePeriod(current, day, asOf)),
    isBreak: changes.some(({ on }) => isInMonthOf(on, day)),
  }));
  const breaks = changes.filter(({ on }) => ends.some((day) => isInMonthOf(on, day)));
  const reached = ends.findLastIndex((day) => day <= current.to);
  return (
    <div className="text-sm">
      <TimeSlider stops={stops} current={Math.max(0, reached)} name={TIME_MACHINE.label}>
        <nav aria-label={TIME_MACHINE.label} className="flex flex-wrap gap-x-2 gap-y-1">
          <span className="text-secondary">{TIME_MACHINE.label}</span>
          {stops.map(({ day, label, href, isBreak }, index) => (
            <span key={day} className="whitespace-nowrap">
              {isBreak && <span className="mr-2">¦</span>}
              {(index === 0 || TIME_MACHINE.monthOf(day) === "1") && (
                <span className="mr-2 ml-2 text-secondary">{TIME_MACHINE.yearOf(day)}</span>
              )}
              <Link
                href={href}
                prefetch={false}
                title={label}
                aria-label={label}
                aria-current={index === reached ? "true" : undefined}
                className={index === reached ? "font-semibold text-ink" : undefined}
              >
                {TIME_MACHINE.monthOf(day)}
              </Link>
            </span>
          ))}
        </nav>
      </TimeSlider>
      {breaks.map((change) => (
        <p key={change.on} className="mt-1 text-xs text-secondary">
          {unitChangeText({ ...change, isItself: false })}
        </p>
      ))}
      {current.to < asOf && (
        <p className="mt-1 border-l-2 border-accent pl-2">
          {TIME_MACHINE.past(current.to)}{" "}
          <Link href={stops.at(-1)?.href ?? ""} prefetch={false} className="underline">
            {TIME_MACHINE.latest}
          </Link>
        </p>
      )}
    </div>
  );
}
