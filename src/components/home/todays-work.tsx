import { dossierHref } from "@/components/dossiers/dossier-href";
import type { ResolvedView } from "@/components/filters/resolved-view";
import { CountLink } from "@/components/ui/count-link";
import type { Measure } from "@/lib/filters";
import { HOME } from "@/lib/strings/home";
import type { Stocks } from "./types";

type TodaysWorkProps = {
  readonly unitId: number;
  readonly view: ResolvedView;
  readonly overdue: number;
  readonly stocks: Stocks;
};

/** Three numbers that wait for somebody, each leading to its list. */
export function TodaysWork({ unitId, view, overdue, stocks }: TodaysWorkProps) {
  const items: readonly { measure: Measure; count: number; label: string }[] = [
    { measure: "overdue", count: overdue, label: HOME.overdue },
    { measure: "dueSoon", count: stocks.dueSoon, label: HOME.dueSoon },
    { measure: "pausedLong", count: stocks.pausedLong, label: HOME.pausedLong },
  ];
  return (
    <section aria-labelledby="today" className="mt-6 border-y border-rule py-3">
      <h2 id="today" className="sr-only">
        {HOME.todaysWork}
      </h2>
      <ul className="flex flex-wrap gap-x-10 gap-y-1">
        {items.map(({ measure, count, label }) => (
          <li key={measure} className="flex items-baseline gap-2">
            <span className={`text-xl font-bold ${measure === "overdue" && count > 0 ? "[&_a]:text-overdue" : ""}`}>
              <CountLink count={count} href={dossierHref({ unitId, ...view, measure })} />
            </span>
            {label}
          </li>
        ))}
      </ul>
    </section>
  );
}
