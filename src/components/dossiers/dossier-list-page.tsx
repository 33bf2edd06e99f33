import { ViewPanel, ViewPanelLink } from "@/components/filters/view-panel";
import { ContextBar, type Freshness } from "@/components/layout/context-bar";
import { PageBody } from "@/components/layout/page-body";
import { Note } from "@/components/ui/note";
import { PageTitle } from "@/components/ui/page-title";
import { Pagination } from "@/components/ui/pagination";
import { TakeAway } from "@/components/ui/take-away";
import { dossierFilterToParams } from "@/lib/filters";
import { MONTHS_OF_LIVES } from "@/lib/insight/late-chances";
import { CHANNEL_NAMES } from "@/lib/strings/classes";
import { capitalise, documentTitle } from "@/lib/strings/common";
import { DOSSIERS, listTitle, shownOffice } from "@/lib/strings/dossiers";
import { describePeriod } from "@/lib/strings/periods";
import { stocksNote } from "@/lib/strings/ranking";
import { officerName } from "@/lib/strings/unit-parts";
import { DossierFilterForm, type FieldChoice } from "./dossier-filter-form";
import { dossierHref } from "./dossier-href";
import { DossierTable } from "./dossier-table";
import { drillPath } from "./drill-path";
import type { ShownDossierList } from "./types";

export type DossierListPageProps = {
  readonly list: ShownDossierList;
  readonly ancestors: readonly { readonly id: number; readonly name: string }[];
  readonly fields: readonly FieldChoice[];
  readonly status: Freshness;
  /** The reader may take officers' names along. */
  readonly canAskOfficers: boolean;
};

/** The dossiers that a number counts. */
export function DossierListPage({ list, ancestors, fields, status, canAskOfficers }: DossierListPageProps) {
  const { unit, filter, total, page, pageCount, pageSize, rows, tellsChance, chancesAreOld } = list;
  const period = { from: filter.from, to: filter.to };
  const title = listTitle(total, filter.measure, unit.name);
  const periodText = capitalise(describePeriod(period));
  const names = {
    field: fields.find(({ fieldId }) => fieldId === filter.fieldId)?.name ?? null,
    procedure: (filter.procedureId == null ? null : rows[0]?.procedureName) ?? null,
  };
  const label = [
    periodText,
    names.procedure,
    names.field,
    filter.channel === null ? undefined : CHANNEL_NAMES[filter.channel],
    filter.officer ? officerName(filter.officer) : undefined,
    shownOffice(filter),
    filter.restOf === null ? undefined : DOSSIERS.restOnly,
  ];
  const first = (page - 1) * pageSize + 1;
  return (
    <div className="prints-wide">
      <title>{documentTitle(title)}</title>
      <ContextBar path={drillPath([...ancestors, unit], filter, names)} view={[periodText]} status={status} />
      <PageBody>
        <PageTitle title={title} label={label.filter((part) => part != null).join(" · ")} />
        <ViewPanelLink />
        <ViewPanel address={dossierHref(filter)}>
          <DossierFilterForm filter={filter} fields={fields} />
        </ViewPanel>
        <div className="mt-6">
          {rows.length === 0 ? (
            <p>{DOSSIERS.empty}</p>
          ) : (
            <>
              <TakeAway
                kind="dossiers"
                params={dossierFilterToParams({ ...filter, page: 1 })}
                canPrint
                canAskOfficers={canAskOfficers}
              />
              <DossierTable label={title} rows={rows} filter={{ ...filter, page }} tellsChance={tellsChance} />
              <p className="mt-2 text-sm">{DOSSIERS.shown(first, first + rows.length - 1, total)}</p>
            </>
          )}
          <Pagination page={page} pageCount={pageCount} hrefOf={(next) => dossierHref({ ...filter, page: next })} />
          <Note>
            {stocksNote(list.asOf)} {DOSSIERS.note} {tellsChance && DOSSIERS.lateChanceNote(MONTHS_OF_LIVES)}{" "}
            {tellsChance && chancesAreOld && DOSSIERS.chancesAreOld}
          </Note>
        </div>
      </PageBody>
    </div>
  );
}
