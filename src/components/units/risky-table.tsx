import Link from "next/link";
import { dossierPageHref } from "@/components/dossiers/dossier-page-href";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { TakeAway } from "@/components/ui/take-away";
import { TableFrame } from "@/components/ui/table-frame";
import type { DossierFilter } from "@/lib/filters";
import { formatDay } from "@/lib/format";
import type { CalendarDay } from "@/lib/sla";
import { formatProbability } from "@/lib/strings/home";
import { FORECAST, riskyFinding } from "@/lib/strings/unit-forecast";

export type ShownRisky = {
  readonly id: number;
  readonly code: string;
  readonly unitName: string;
  readonly procedureName: string;
  readonly dueOn: CalendarDay;
  readonly probability: number;
};

type RiskyTableProps = {
  readonly rows: readonly ShownRisky[];
  readonly open: number;
  /** Of the list that holds them all, in their order. */
  readonly filter: Partial<DossierFilter>;
  /** Of the page, for the table that is taken away. */
  readonly params: URLSearchParams;
};

/** The open dossiers on which the forecast hangs, most likely to become late first. */
export function RiskyTable({ rows, open, filter, params }: RiskyTableProps) {
  return (
    <Section id="risky" title={riskyFinding(rows.length, open)}>
      <TakeAway kind="forecast" params={params} canPrint />
      <TableFrame label={FORECAST.risky}>
        <table className="ledger">
          <caption className="sr-only">{FORECAST.risky}</caption>
          <thead>
            <tr>
              <th scope="col">{FORECAST.code}</th>
              <th scope="col" className="max-sm:hidden">
                {FORECAST.procedure}
              </th>
              <th scope="col" className="max-sm:hidden">
                {FORECAST.unit}
              </th>
              <th scope="col" className="num">
                {FORECAST.due}
              </th>
              <th scope="col" className="num">
                {FORECAST.probability}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <Link href={dossierPageHref(row.id, filter)} prefetch={false} className="whitespace-nowrap">
                    {row.code}
                  </Link>
                  <span className="mt-0.5 block font-normal sm:hidden">{row.procedureName}</span>
                </th>
                <td className="max-w-96 max-sm:hidden">{row.procedureName}</td>
                <td className="max-sm:hidden">{row.unitName}</td>
                <td className="num">{formatDay(row.dueOn)}</td>
                <td className="num font-bold">{formatProbability(row.probability)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <Note>{FORECAST.riskyNote}</Note>
    </Section>
  );
}
