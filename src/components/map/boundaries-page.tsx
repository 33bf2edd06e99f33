import { ContextBar, type Freshness } from "@/components/layout/context-bar";
import { PageBody } from "@/components/layout/page-body";
import { PageTitle } from "@/components/ui/page-title";
import { Section } from "@/components/ui/section";
import type { RankingLevel } from "@/lib/filters";
import { formatCount, formatInstant } from "@/lib/format";
import type { CalendarDay } from "@/lib/sla";
import { documentTitle } from "@/lib/strings/common";
import { BOUNDARIES, MAP } from "@/lib/strings/map";
import { LEVEL_NAMES } from "@/lib/strings/ranking";
import type { BoundaryNews } from "./boundary-news";
import { BoundaryForm } from "./boundary-form";

export type BoundariesPageProps = {
  readonly status: Freshness;
  readonly provinceName: string;
  readonly sets: readonly {
    readonly level: RankingLevel | "province";
    readonly fileName: string;
    readonly units: number;
    readonly importedAt: string;
  }[];
  readonly on: CalendarDay;
  readonly maxBytes: number;
  readonly message: string | null;
  /** What the last import did; null without one. */
  readonly news: BoundaryNews | null;
};

/** Where the administrator gives the units their shapes. */
export function BoundariesPage({ status, provinceName, sets, on, maxBytes, message, news }: BoundariesPageProps) {
  return (
    <>
      <title>{documentTitle(BOUNDARIES.title)}</title>
      <ContextBar
        path={[
          { name: provinceName, href: "/map" },
          { name: MAP.boundaries, href: null },
        ]}
        view={[]}
        status={status}
      />
      <PageBody>
        <PageTitle title={BOUNDARIES.title} label={BOUNDARIES.lead} />
        {news !== null && (
          <div role="status" className="mt-4 border-l-2 border-accent pl-3 text-sm">
            <ul>
              <li>{BOUNDARIES.done(news.matched)}</li>
              {news.unknown > 0 && <li>{BOUNDARIES.unknown(news.unknown, news.codes)}</li>}
              {news.missing > 0 && <li>{BOUNDARIES.missing(news.missing)}</li>}
              {news.kept < news.read && <li>{BOUNDARIES.simplified(news.read, news.kept)}</li>}
            </ul>
          </div>
        )}
        <BoundaryForm on={on} maxBytes={maxBytes} message={message} />
        <Section id="current" title={BOUNDARIES.current}>
          {sets.length === 0 ? (
            <p>{BOUNDARIES.none}</p>
          ) : (
            <table className="ledger max-w-3xl">
              <thead>
                <tr>
                  <th scope="col">{BOUNDARIES.level}</th>
                  <th scope="col" className="num">
                    {BOUNDARIES.units}
                  </th>
                  <th scope="col">{BOUNDARIES.fileName}</th>
                  <th scope="col">{BOUNDARIES.since}</th>
                </tr>
              </thead>
              <tbody>
                {sets.map(({ level, fileName, units, importedAt }) => (
                  <tr key={`${level} ${fileName}`}>
                    <th scope="row">{level === "province" ? provinceName : LEVEL_NAMES[level]}</th>
                    <td className="num">{formatCount(units)}</td>
                    <td className="break-all">{fileName}</td>
                    <td>{formatInstant(importedAt, status.zone)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Section>
      </PageBody>
    </>
  );
}
