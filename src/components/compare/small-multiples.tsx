import Link from "next/link";
import { Sparkline } from "@/components/charts/sparkline";
import type { ShownRanking } from "@/components/ranking/types";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { unitHref } from "@/components/units/unit-href";
import { formatRate } from "@/lib/format";
import { directionOf } from "@/lib/insight/month-pattern";
import { displayBp } from "@/lib/sla";
import { COMPARE, multiplesFinding } from "@/lib/strings/compare";
import { tightUnitName } from "@/lib/strings/ranking";
import type { ShownTrends } from "./types";

type SmallMultiplesProps = { readonly ranking: ShownRanking; readonly trends: ShownTrends };

const PERCENT = 100;
const MOST_TILES = 48;

/** The year of each unit, all on like scales, in the order of the ranking; of very many, the last ones. */
export function SmallMultiples({ ranking, trends }: SmallMultiplesProps) {
  const { period, formula, target } = ranking;
  const directions = trends.units.map(({ rates }) => directionOf(rates, target));
  const count = (direction: string): number => directions.filter((one) => one === direction).length;
  return (
    <Section id="multiples" title={multiplesFinding(count("up"), count("down"))}>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-[repeat(auto-fill,minmax(11rem,1fr))]">
        {trends.units.slice(-MOST_TILES).map(({ row, rates }) => (
          <li key={row.unitId} className="break-inside-avoid border-t border-rule pt-1 text-sm">
            <span className="flex items-baseline justify-between gap-2">
              <Link
                href={unitHref(row.unitId ?? 0, { ...period, formula, target })}
                prefetch={false}
                className="truncate"
                title={row.name ?? undefined}
              >
                {tightUnitName(row.name ?? "")}
              </Link>
              <span className="font-semibold">{formatRate(rates.at(-1) ?? null, target)}</span>
            </span>
            <Sparkline
              values={rates.map((rate) => {
                const bp = displayBp(rate, target);
                return bp === null ? null : bp / PERCENT;
              })}
              target={target.thresholdBp / PERCENT}
              width={160}
              height={44}
            />
          </li>
        ))}
      </ul>
      <Note>
        {trends.units.length > MOST_TILES && COMPARE.lastOnes(MOST_TILES)} {COMPARE.multiplesNote}
      </Note>
    </Section>
  );
}
