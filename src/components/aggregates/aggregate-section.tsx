import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import type { ResolvedView } from "@/components/filters/resolved-view";
import { FORMULA_TEXTS } from "@/lib/strings/common";
import { AGGREGATES } from "@/lib/strings/aggregates";
import { AggregateTable } from "./aggregate-table";
import type { ShownAggregates } from "./types";

type AggregateSectionProps = {
  readonly aggregates: ShownAggregates;
  readonly view: ResolvedView;
  /** On a page of several units each row names its own. */
  readonly namesUnits: boolean;
};

const { section: words } = AGGREGATES;

/** What tables say of months: apart from the figures of the page, which count dossiers. Nothing where there are none. */
export function AggregateSection({ aggregates, view, namesUnits }: AggregateSectionProps) {
  const { rows, left } = aggregates;
  const only = rows.filter(({ dossiers }) => dossiers === null);
  const compared = rows.filter(({ dossiers }) => dossiers !== null);
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
