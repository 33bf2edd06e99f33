import type { ResolvedView } from "@/components/filters/resolved-view";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { AGGREGATES } from "@/lib/strings/aggregates";
import { FORMULA_TEXTS } from "@/lib/strings/common";
import { AggregateForms } from "./aggregate-forms";
import { AggregateTable } from "./aggregate-table";
import type { ShownAggregates, ShownForm } from "./types";

type AggregateSectionProps = {
  readonly aggregates: ShownAggregates;
  readonly view: ResolvedView;
  /** On a page of several units each row names its own. */
  readonly namesUnits: boolean;
  /** Forms II.06a of the page's unit, by field. */
  readonly forms?: readonly ShownForm[];
};

const { section: words } = AGGREGATES;

/** What tables say of months: apart from the figures of the page, which count dossiers. Nothing where there are none. */
export function AggregateSection({ aggregates, view, namesUnits, forms = [] }: AggregateSectionProps) {
  const { rows, left } = aggregates;
  const only = rows.filter(({ dossiers }) => dossiers === null);
  const compared = rows.filter(({ dossiers }) => dossiers !== null);
  const formsOf = (shown: ShownAggregates["rows"]) => forms.filter((form) => shown.some((row) => isOf(row, form)));
  const parts = [
    { id: "aggregates", title: words.only, note: words.onlyNote, shown: only },
    { id: "aggregates-compared", title: words.compared, note: words.comparedNote, shown: compared },
  ];
  return (
    <>
      {parts.map(({ id, title, note, shown }) =>
        shown.length === 0 ? null : (
          <Section key={id} id={id} title={title}>
            <AggregateTable title={title} rows={shown} view={view} namesUnits={namesUnits} />
            <AggregateForms forms={formsOf(shown)} view={view} />
            <Note>{note}</Note>
            {shown.some(({ isBroken }) => isBroken) && <Note>{words.unbalancedNote}</Note>}
            <Note>{FORMULA_TEXTS[view.formula]}</Note>
          </Section>
        ),
      )}
      {left > 0 && <Note>{words.left(left)}</Note>}
    </>
  );
}

function isOf(row: ShownAggregates["rows"][number], { batchId, period }: ShownForm): boolean {
  return row.batchId === batchId && row.period.from === period.from && row.period.to === period.to;
}
