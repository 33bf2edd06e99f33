import { dossierHref } from "@/components/dossiers/dossier-href";
import type { ResolvedView } from "@/components/filters/resolved-view";
import { CountLink } from "@/components/ui/count-link";
import type { Measure } from "@/lib/filters";
import { resolvedTotal, type Tally } from "@/lib/sla";
import { HOME } from "@/lib/strings/home";
import { UNITS } from "@/lib/strings/units";
import type { Stocks } from "./types";

type BothLatesProps = {
  readonly unitId: number;
  readonly view: ResolvedView;
  readonly tally: Tally;
  readonly stocks: Stocks;
};

type Part = { readonly measure: Measure; readonly label: string; readonly count: number; readonly fill: string };

/** What was finished late, and what is open past its day: two failures that one percentage would hide. */
export function BothLates({ unitId, view, tally, stocks }: BothLatesProps) {
  const resolved: Part[] = [
    { measure: "early", label: UNITS.early, count: tally.early, fill: "bg-early" },
    { measure: "onTime", label: UNITS.onTime, count: tally.onTime, fill: "bg-on-time" },
    { measure: "late", label: UNITS.late, count: tally.late, fill: "bg-late" },
    { measure: "resolvedUndated", label: UNITS.undated, count: tally.resolvedUndated, fill: "border border-paused" },
  ];
  const open: Part[] = [
    { measure: "inTime", label: UNITS.inTime, count: tally.inTime, fill: "bg-in-time" },
    { measure: "paused", label: UNITS.paused, count: tally.paused, fill: "hatched border border-paused" },
    { measure: "overdue", label: UNITS.overdue, count: tally.overdue, fill: "bg-overdue" },
    { measure: "openUndated", label: UNITS.undated, count: tally.openUndated, fill: "border border-paused" },
  ];
  const hrefOf = (measure: Measure): string => dossierHref({ unitId, ...view, measure });
  const link = (measure: Measure, count: number) => <CountLink count={count} href={hrefOf(measure)} />;
  return (
    <section aria-label={HOME.bothLates} className="mt-6 grid gap-x-16 gap-y-6 lg:grid-cols-2 print:grid-cols-2">
      <Half parts={resolved} hrefOf={hrefOf}>
        {HOME.resolved} {link("resolved", resolvedTotal(tally))} — {HOME.late} {link("late", tally.late)}
      </Half>
      <Half parts={open} hrefOf={hrefOf}>
        {HOME.open} {link("open", tally.open)} — {HOME.overdue} {link("overdue", tally.overdue)}
        <span className="block text-base font-normal">
          {link("dueSoon", stocks.dueSoon)} {HOME.dueSoon} · {link("pausedLong", stocks.pausedLong)} {HOME.pausedLong}
        </span>
      </Half>
    </section>
  );
}

type HalfProps = {
  readonly parts: readonly Part[];
  readonly hrefOf: (measure: Measure) => string;
  readonly children: React.ReactNode;
};

function Half({ parts, hrefOf, children }: HalfProps) {
  const shown = parts.filter((part) => part.count > 0);
  return (
    <div className="flex flex-col">
      <h2 className="mb-2 flex-1 text-xl font-semibold [&_a]:decoration-1">{children}</h2>
      <div aria-hidden className="flex h-4 gap-px">
        {shown.map((part) => (
          <span key={part.measure} className={part.fill} style={{ flex: `${part.count} 1 2px` }} />
        ))}
      </div>
      <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-0.5 text-sm">
        {shown.map((part) => (
          <li key={part.measure} className="flex items-baseline gap-1.5">
            <span aria-hidden className={`inline-block size-2.5 self-center ${part.fill}`} />
            {part.label} <CountLink count={part.count} href={hrefOf(part.measure)} />
          </li>
        ))}
      </ul>
    </div>
  );
}
