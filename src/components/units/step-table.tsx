import type { ReactNode } from "react";
import { dossierHref } from "@/components/dossiers/dossier-href";
import type { ResolvedView } from "@/components/filters/resolved-view";
import { CountLink } from "@/components/ui/count-link";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { TableFrame } from "@/components/ui/table-frame";
import { TakeAway } from "@/components/ui/take-away";
import { formatCount } from "@/lib/format";
import type { Spread } from "@/lib/insight/spread";
import { dayShare, stepsFinding, stepsNote, TIME } from "@/lib/strings/unit-time";

type ShownSums = { readonly dossiers: number; readonly used: Spread; readonly over: number };

export type ShownSteps = {
  readonly all: ShownSums;
  readonly offices: readonly (ShownSums & { readonly office: string })[];
};

type StepTableProps = {
  readonly unitId: number;
  readonly view: ResolvedView;
  readonly steps: ShownSteps;
  /** All that were resolved, with steps told or not. */
  readonly resolved: number;
  /** Of the page, for the table that is taken away. */
  readonly params: URLSearchParams;
};

const MOST_ROWS = 25;

/** Where the time went step by step, for sources that tell of steps. */
export function StepTable({ unitId, view, steps: { all, offices }, resolved, params }: StepTableProps) {
  const [first] = offices;
  if (first === undefined) {
    return (
      <Section id="steps" title={TIME.steps}>
        <p className="text-secondary">{TIME.noSteps}</p>
      </Section>
    );
  }
  const row = (sums: ShownSums, name: string, office: string | null, mark: ReactNode): ReactNode => (
    <>
      <th scope="row">{name}</th>
      <td className="num max-sm:hidden">
        <CountLink
          count={sums.dossiers}
          href={dossierHref({ unitId, ...view, measure: "stepped", ...(office !== null && { office }) })}
        />
      </td>
      <td className="num">
        <CountLink
          count={sums.over}
          href={dossierHref({ unitId, ...view, measure: "stepOver", ...(office !== null && { office }) })}
        />
      </td>
      <td className="num max-sm:hidden">{formatCount(sums.used.median)}</td>
      <td className="num">{formatCount(sums.used.ninth)}</td>
      <td className="num max-sm:hidden">{formatCount(sums.used.sum)}</td>
      <td className="num">{dayShare(sums.used.sum, all.used.sum)}</td>
      <td aria-hidden className="max-sm:hidden">
        {mark}
      </td>
    </>
  );
  return (
    <Section id="steps" title={stepsFinding(first.office, first.used.sum, all.used.sum)}>
      <TakeAway kind="steps" params={params} />
      <TableFrame label={TIME.steps}>
        <table className="ledger max-w-4xl">
          <caption className="sr-only">{TIME.steps}</caption>
          <thead>
            <tr>
              <th scope="col">{TIME.office}</th>
              <th scope="col" className="num max-sm:hidden">
                {TIME.dossiers}
              </th>
              <th scope="col" className="num">
                {TIME.over}
              </th>
              <th scope="col" className="num max-sm:hidden">
                {TIME.median}
              </th>
              <th scope="col" className="num">
                {TIME.ninth}
              </th>
              <th scope="col" className="num max-sm:hidden">
                {TIME.sum}
              </th>
              <th scope="col" className="num">
                {TIME.share}
              </th>
              <td aria-hidden className="w-24 max-sm:hidden" />
            </tr>
          </thead>
          <tbody>
            {offices.slice(0, MOST_ROWS).map(({ office, ...sums }) => (
              <tr key={office}>
                {row(
                  sums,
                  office,
                  office,
                  <span
                    className="block h-3 bg-in-time"
                    style={{ width: `${(100 * sums.used.sum) / Math.max(1, first.used.sum)}%` }}
                  />,
                )}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr data-row="total">{row(all, TIME.everywhere, null, null)}</tr>
          </tfoot>
        </table>
      </TableFrame>
      <Note>
        {stepsNote(all.dossiers, resolved)} {offices.length > MOST_ROWS && TIME.mostOffices(MOST_ROWS, offices.length)}
      </Note>
    </Section>
  );
}
