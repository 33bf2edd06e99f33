import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { TakeAway } from "@/components/ui/take-away";
import { TableFrame } from "@/components/ui/table-frame";
import { formatCount } from "@/lib/format";
import type { Spread } from "@/lib/insight/spread";
import { dayShare, stepsFinding, stepsNote, TIME } from "@/lib/strings/unit-time";

export type ShownSteps = { readonly dossiers: number; readonly offices: readonly ShownStep[] };

type ShownStep = { readonly office: string; readonly used: Spread; readonly over: number };

type StepTableProps = {
  readonly steps: ShownSteps;
  /** All that were resolved, with steps told or not. */
  readonly resolved: number;
  /** Of the page, for the table that is taken away. */
  readonly params: URLSearchParams;
};

/** Where the time went step by step, for sources that tell of steps. */
export function StepTable({ steps: { dossiers, offices: steps }, resolved, params }: StepTableProps) {
  const all = steps.reduce((sum, { used }) => sum + used.sum, 0);
  const [first] = steps;
  if (first === undefined) {
    return (
      <Section id="steps" title={TIME.steps}>
        <p className="text-secondary">{TIME.noSteps}</p>
      </Section>
    );
  }
  return (
    <Section id="steps" title={stepsFinding(first.office, first.used.sum, all)}>
      <TakeAway kind="steps" params={params} />
      <TableFrame label={TIME.steps}>
        <table className="ledger max-w-3xl">
          <caption className="sr-only">{TIME.steps}</caption>
          <thead>
            <tr>
              <th scope="col">{TIME.office}</th>
              <th scope="col" className="num max-sm:hidden">
                {TIME.stepCount}
              </th>
              <th scope="col" className="num">
                {TIME.median}
              </th>
              <th scope="col" className="num">
                {TIME.ninth}
              </th>
              <th scope="col" className="num max-sm:hidden">
                {TIME.over}
              </th>
              <th scope="col" className="num">
                {TIME.share}
              </th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ office, used, over }) => (
              <tr key={office}>
                <th scope="row">{office}</th>
                <td className="num max-sm:hidden">{formatCount(used.count)}</td>
                <td className="num">{formatCount(used.median)}</td>
                <td className="num">{formatCount(used.ninth)}</td>
                <td className="num max-sm:hidden">{formatCount(over)}</td>
                <td className="num">{dayShare(used.sum, all)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <Note>{stepsNote(dossiers, resolved)}</Note>
    </Section>
  );
}
