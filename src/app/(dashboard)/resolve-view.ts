import type { ResolvedView } from "@/components/filters/resolved-view";
import type { View } from "@/lib/filters";
import { type Period, presetPeriod } from "@/lib/period";
import { type CalendarDay, dayOf } from "@/lib/sla";
import { now } from "@/server/clock";

type Status = { readonly asOf: CalendarDay | null; readonly zone: string };

/** A period whose missing ends come from the year of the newest data, or of today before the first import. */
export function resolvePeriod(
  { from, to }: { readonly from: CalendarDay | null; readonly to: CalendarDay | null },
  { asOf, zone }: Status,
): Period {
  const until = to ?? asOf ?? dayOf(now(), zone);
  const begin = from ?? presetPeriod("yearToDate", until).from;
  return begin <= until ? { from: begin, to: until } : { from: begin, to: begin };
}

export function resolveView(view: Omit<View, "unit" | "level">, status: Status): ResolvedView {
  return { ...resolvePeriod(view, status), formula: view.formula, target: view.target };
}
