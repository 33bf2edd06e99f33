import type { ResolvedView } from "@/components/filters/resolved-view";
import { TableFrame } from "@/components/ui/table-frame";
import { toTally } from "@/lib/aggregates/to-tally";
import { TOLD_FIGURES, toldRate } from "@/lib/aggregates/told-figures";
import { formatCount, formatRate, NOTHING } from "@/lib/format";
import { meetsTarget } from "@/lib/sla";
import { AGGREGATES } from "@/lib/strings/aggregates";
import { RATE_NAMES } from "@/lib/strings/common";
import { describePeriod } from "@/lib/strings/periods";
import type { ShownForm } from "./types";

type AggregateFormsProps = { readonly forms: readonly ShownForm[]; readonly view: ResolvedView };

const { section: words } = AGGREGATES;

/** The fields of each form II.06a that came as a table, folded: they are of no page's sum. */
export function AggregateForms({ forms, view }: AggregateFormsProps) {
  const { formula, target } = view;
  return forms.map(({ batchId, period, sourceName, asOf, fields }) => {
    const title = words.forms(describePeriod(period));
    return (
      <details key={`${period.from} ${period.to} ${batchId}`} className="prints-open mt-2" data-aggregate-form="">
        <summary className="text-sm text-accent">
          {title} ({words.sourceText(sourceName, asOf)})
        </summary>
        <TableFrame label={title}>
          <table className="ledger mt-2">
            <caption className="sr-only">{title}</caption>
            <thead>
              <tr>
                <th scope="col" className="pinned">
                  {words.field}
                </th>
                {TOLD_FIGURES.map(({ head, isWide }) => (
                  <th key={head} scope="col" className={`num${isWide ? " max-sm:hidden" : ""}`}>
                    {head}
                  </th>
                ))}
                <th scope="col" className="num">
                  {RATE_NAMES[formula]}
                </th>
              </tr>
            </thead>
            <tbody>
              {fields.map(({ fieldName, counts }) => {
                const rate = toldRate(counts, formula);
                return (
                  <tr key={fieldName}>
                    <th scope="row" className="pinned">
                      {fieldName}
                    </th>
                    {TOLD_FIGURES.map(({ head, isWide, countIn, isTold }) => (
                      <td key={head} className={`num${isWide ? " max-sm:hidden" : ""}`}>
                        {isTold(counts) ? formatCount(countIn(toTally(counts))) : NOTHING}
                      </td>
                    ))}
                    <td className={`num font-bold ${meetsTarget(rate, target) === false ? "text-overdue" : ""}`}>
                      {formatRate(rate, target)}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </TableFrame>
      </details>
    );
  });
}
