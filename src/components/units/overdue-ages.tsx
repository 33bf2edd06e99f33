import { dossierHref } from "@/components/dossiers/dossier-href";
import type { ResolvedView } from "@/components/filters/resolved-view";
import { CountLink } from "@/components/ui/count-link";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { TakeAway } from "@/components/ui/take-away";
import type { OverdueAge } from "@/lib/overdue-ages";
import { AGES, OVERDUE_AGE_NAMES, agesFinding } from "@/lib/strings/unit-insight";
import { unitParams } from "./unit-href";

type OverdueAgesProps = {
  readonly unitId: number;
  readonly view: ResolvedView;
  readonly ages: readonly { readonly age: OverdueAge; readonly count: number }[];
};

/** How long the overdue dossiers have been so; nothing when there are none. */
export function OverdueAges({ unitId, view, ages }: OverdueAgesProps) {
  const total = ages.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  return (
    <Section id="overdue-ages" title={agesFinding(ages)}>
      <TakeAway kind="ages" params={unitParams(unitId, view)} />
      <table className="ledger max-w-xl">
        <caption className="sr-only">{AGES.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{AGES.age}</th>
            <th scope="col" className="num">
              {AGES.dossiers}
            </th>
            <th scope="col">
              <span className="sr-only">{AGES.share}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {ages.map(({ age, count }) => (
            <tr key={age}>
              <th scope="row">{OVERDUE_AGE_NAMES[age]}</th>
              <td className="num">
                <CountLink count={count} href={dossierHref({ unitId, ...view, measure: age })} />
              </td>
              <td className="w-1/3" aria-hidden>
                <div className="h-2 bg-overdue" style={{ width: `${(100 * count) / total}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr data-row="total">
            <th scope="row">{AGES.total}</th>
            <td className="num">
              <CountLink count={total} href={dossierHref({ unitId, ...view, measure: "overdue" })} />
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
      <Note>{AGES.note}</Note>
    </Section>
  );
}
