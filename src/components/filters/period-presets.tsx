import Link from "next/link";
import type { UnitDay } from "@/components/layout/context-bar";
import { PERIOD_PRESETS, type Period, presetPeriod } from "@/lib/period";
import type { CalendarDay } from "@/lib/sla";
import { describePeriod, PERIODS, PRESET_NAMES } from "@/lib/strings/periods";
import { TimeMachine } from "./time-machine";

type PeriodPresetsProps = {
  readonly asOf: CalendarDay;
  readonly changes: readonly UnitDay[];
  readonly current: Period;
  readonly hrefOf: (period: Period) => string;
};

/** The usual periods as links, and the way back to earlier months; each keeps the rest of the view. */
export function PeriodPresets({ asOf, changes, current, hrefOf }: PeriodPresetsProps) {
  return (
    <>
      <ul aria-label={PERIODS.presets} className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {PERIOD_PRESETS.map((preset) => {
          const period = presetPeriod(preset, asOf);
          const isCurrent = period.from === current.from && period.to === current.to;
          return (
            <li key={preset}>
              <Link
                href={hrefOf(period)}
                prefetch={false}
                title={describePeriod(period)}
                aria-current={isCurrent ? "true" : undefined}
                className={isCurrent ? "font-semibold text-ink" : undefined}
              >
                {PRESET_NAMES[preset]}
              </Link>
            </li>
          );
        })}
      </ul>
      <TimeMachine asOf={asOf} changes={changes} current={current} hrefOf={hrefOf} />
    </>
  );
}
