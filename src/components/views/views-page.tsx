import { PageBody } from "@/components/layout/page-body";
import { Note } from "@/components/ui/note";
import { PageTitle } from "@/components/ui/page-title";
import { TableFrame } from "@/components/ui/table-frame";
import { documentTitle } from "@/lib/strings/common";
import { VIEWS, viewsFinding } from "@/lib/strings/views";
import type { ShownView } from "./types";
import { ViewRow, type ViewVerb } from "./view-row";

type ViewsPageProps = { readonly views: readonly ShownView[]; readonly star: ViewVerb; readonly remove: ViewVerb };

/** What the reader keeps and what is shared with it. */
export function ViewsPage({ views, star, remove }: ViewsPageProps) {
  return (
    <PageBody>
      <title>{documentTitle(VIEWS.title)}</title>
      <PageTitle
        title={viewsFinding(views.length, views.filter(({ isStarred }) => isStarred).length)}
        label={VIEWS.intro}
      />
      {views.length === 0 ? (
        <p className="mt-6 max-w-[80ch]">{VIEWS.empty}</p>
      ) : (
        <div className="mt-6 max-w-[1280px]">
          <TableFrame label={VIEWS.title}>
            <table className="ledger">
              <caption className="sr-only">{VIEWS.title}</caption>
              <thead>
                <tr>
                  <td aria-hidden className="w-8" />
                  <th scope="col">{VIEWS.name}</th>
                  <th scope="col" className="max-sm:hidden">
                    {VIEWS.opens}
                  </th>
                  <th scope="col" className="max-sm:hidden">
                    {VIEWS.owner}
                  </th>
                  <td aria-hidden />
                </tr>
              </thead>
              <tbody>
                {views.map((view) => (
                  <ViewRow key={view.id} view={view} star={star} remove={remove} />
                ))}
              </tbody>
            </table>
          </TableFrame>
          <Note>{VIEWS.note}</Note>
        </div>
      )}
    </PageBody>
  );
}
