import Link from "next/link";
import { DotSign, FunnelChart } from "@/components/charts/funnel-chart";
import type { ShownRanking, ShownRankingRow } from "@/components/ranking/types";
import { dossierHref } from "@/components/dossiers/dossier-href";
import { CountLink } from "@/components/ui/count-link";
import { FigureTable } from "@/components/ui/figure-table";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { TakeAway } from "@/components/ui/take-away";
import { unitHref } from "@/components/units/unit-href";
import { formatCount, formatRate, formatThreshold } from "@/lib/format";
import { FUNNEL_PLACES, type Funnel, type FunnelPlace } from "@/lib/insight/funnel";
import { RATED_MEASURE } from "@/lib/rated-measure";
import { FORMULA_TEXTS } from "@/lib/strings/common";
import { COMPARE, dotTitle, funnelTitle, PLACE_NAMES } from "@/lib/strings/compare";
import { tightUnitName } from "@/lib/strings/ranking";

type FunnelSectionProps = {
  readonly funnel: Funnel<ShownRankingRow>;
  readonly ranking: ShownRanking;
  /** Of the page. */
  readonly params: URLSearchParams;
};

const PERCENT = 100;

/** Every unit against the limits of chance: who strays further than few dossiers can explain. */
export function FunnelSection({ funnel, ranking, params }: FunnelSectionProps) {
  const { period, formula, target } = ranking;
  const view = { ...period, formula, target };
  const countOf = (place: FunnelPlace): number => funnel.points.filter((point) => point.place === place).length;
  const title = funnelTitle(countOf("farBelow") + countOf("below"), countOf("within"), countOf("above"));
  return (
    <Section id="funnel" title={title}>
      <TakeAway kind="funnel" params={params} canPrint />
      <FunnelChart
        dots={funnel.points.map(({ row, of, share, place }) => ({
          key: String(row.unitId),
          name: tightUnitName(row.name ?? ""),
          title: dotTitle(row.name ?? "", row.rate, target, of),
          href: unitHref(row.unitId ?? 0, view),
          volume: of,
          value: PERCENT * share,
          kind: place,
        }))}
        limits={funnel.limits.map(({ of, low, high, lowest, highest }) => ({
          volume: of,
          low: PERCENT * low,
          high: PERCENT * high,
          lowest: PERCENT * lowest,
          highest: PERCENT * highest,
        }))}
        target={{ value: target.thresholdBp / PERCENT, label: formatThreshold(target) }}
        volumeLabel={COMPARE.volume}
        formatVolume={formatCount}
      />
      <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {FUNNEL_PLACES.map((place) => (
          <li key={place} className="flex items-baseline gap-2">
            <DotSign kind={place} /> {PLACE_NAMES[place]}: {formatCount(countOf(place))}
          </li>
        ))}
      </ul>
      <FigureTable>
        <table className="ledger mt-2">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{COMPARE.unit}</th>
              <th scope="col" className="num">
                {COMPARE.counted}
              </th>
              <th scope="col" className="num">
                {COMPARE.rate}
              </th>
              <th scope="col">{COMPARE.place}</th>
            </tr>
          </thead>
          <tbody>
            {funnel.points.map(({ row, of, place }) => (
              <tr key={row.unitId}>
                <th scope="row">
                  <Link href={unitHref(row.unitId ?? 0, view)} prefetch={false}>
                    {row.name}
                  </Link>
                </th>
                <td className="num">
                  <CountLink
                    count={of}
                    href={dossierHref({ unitId: row.unitId ?? 0, ...view, measure: RATED_MEASURE[formula] })}
                  />
                </td>
                <td className="num font-bold">{formatRate(row.rate, target)}</td>
                <td>{PLACE_NAMES[place]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </FigureTable>
      <Note>{COMPARE.funnelNote}</Note>
      <Note>{FORMULA_TEXTS[formula]}</Note>
    </Section>
  );
}
