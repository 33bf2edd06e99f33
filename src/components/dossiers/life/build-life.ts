import { addDays, type CalendarDay, type DossierExplanation, daysBetween } from "@/lib/sla";

/** What a day did to the clock. `ahead`: still to come when the verdict was given. */
export type DayKind = "received" | "counted" | "off" | "paused" | "afterDue" | "ahead";

/** Consecutive days of one kind; `days` at least 1. */
export type LifeRun = { readonly from: CalendarDay; readonly days: number; readonly kind: DayKind };

export type Life = {
  readonly from: CalendarDay;
  /** Days drawn, first and last included. */
  readonly days: number;
  readonly runs: readonly LifeRun[];
};

/** Every day from receipt until it was due or ended, whichever is later, by what it did to the clock. */
export function buildLife(explanation: DossierExplanation): Life {
  const { steps, asOf, dueOn } = explanation;
  const from = steps.find((step) => step.kind === "received")?.on ?? asOf;
  const end = steps.find((step) => step.kind === "closed")?.on ?? asOf;
  const last = dueOn !== null && dueOn > end ? dueOn : end;
  const days = Math.max(0, daysBetween(from, last)) + 1;
  const kindOf = kindReader(explanation, from, end);
  const runs: { from: CalendarDay; days: number; kind: DayKind }[] = [];
  for (let index = 0; index < days; index++) {
    const day = addDays(from, index);
    const kind = kindOf(day);
    const run = runs.at(-1);
    if (run?.kind === kind) run.days += 1;
    else runs.push({ from: day, days: 1, kind });
  }
  return { from, days, runs };
}

function kindReader(
  { calendar, steps, dueOn }: DossierExplanation,
  from: CalendarDay,
  end: CalendarDay,
): (day: CalendarDay) => DayKind {
  const off = new Set(
    (calendar?.notableDays ?? []).filter((notable) => notable.why !== "makeUp").map((notable) => notable.day),
  );
  const pauses = steps.flatMap((step) =>
    step.kind === "paused" && step.effect === "stopsClock" ? [{ from: step.on, until: step.until }] : [],
  );
  return (day) => {
    if (day === from) return "received";
    if (off.has(day)) return "off";
    if (day > end) return "ahead";
    if (pauses.some((pause) => day >= pause.from && (pause.until === null || day < pause.until))) return "paused";
    return dueOn !== null && day > dueOn ? "afterDue" : "counted";
  };
}
