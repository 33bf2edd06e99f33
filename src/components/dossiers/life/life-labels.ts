import { formatDay, formatDayOfYear } from "@/lib/format";
import { addDays, type CalendarDay, type DossierExplanation, daysBetween } from "@/lib/sla";
import { EXPLANATION, stepText } from "@/lib/strings/explanation";

export type LifeLabel = {
  readonly key: string;
  readonly on: CalendarDay;
  readonly day: string;
  readonly text: string;
  /** The document a day off rests on. */
  readonly basis: string | null;
  readonly isStep: boolean;
};

/** A life longer than this names no ordinary weekend: there would be hundreds. */
const LONGEST_WITH_WEEKENDS = 120;

type Named = { from: CalendarDay; to: CalendarDay; text: string; basis: string | null; isWeekend: boolean };

/** Facts and days that did not count, in order of their days; and how many weekend days go unnamed. */
export function lifeLabels(
  explanation: DossierExplanation,
  daysShown: number,
): { readonly labels: readonly LifeLabel[]; readonly unnamed: number } {
  const named = namedDays(explanation);
  const namesWeekends = daysShown <= LONGEST_WITH_WEEKENDS;
  const days = named.filter((one) => namesWeekends || !one.isWeekend);
  const labels: LifeLabel[] = [
    ...explanation.steps.map((step, index) => ({
      key: `step-${index}`,
      on: step.on,
      day: formatDay(step.on),
      text: stepText(step),
      basis: null,
      isStep: true,
    })),
    ...days.map((one) => ({
      key: `day-${one.from}`,
      on: one.from,
      day: one.from === one.to ? formatDayOfYear(one.from) : `${formatDayOfYear(one.from)}–${formatDayOfYear(one.to)}`,
      text: one.text,
      basis: one.basis,
      isStep: false,
    })),
  ];
  const unnamed = named
    .filter((one) => one.isWeekend && !namesWeekends)
    .reduce((sum, one) => sum + daysBetween(one.from, one.to) + 1, 0);
  return { labels: labels.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)), unnamed };
}

/** Neighbouring days of the same reason are one. */
function namedDays({ calendar }: DossierExplanation): Named[] {
  const runs: Named[] = [];
  for (const { day, why, name, basis } of calendar?.notableDays ?? []) {
    const isWeekend = why === "weekend";
    const text = why === "makeUp" ? `${name ?? ""} (${EXPLANATION.makeUp})` : (name ?? "");
    const run = runs.at(-1);
    if (run && addDays(run.to, 1) === day && run.isWeekend === isWeekend && run.text === text) run.to = day;
    else runs.push({ from: day, to: day, text, basis, isWeekend });
  }
  return runs.map((run) => (run.isWeekend ? { ...run, text: EXPLANATION.weekend(run.from, run.to) } : run));
}
