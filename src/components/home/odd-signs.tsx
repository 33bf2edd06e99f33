import Link from "next/link";
import { dossierHref } from "@/components/dossiers/dossier-href";
import type { ResolvedView } from "@/components/filters/resolved-view";
import { qualityHref } from "@/components/quality/quality-href";
import type { ShownQuality, ShownQualityRow } from "@/components/quality/types";
import { CountLink } from "@/components/ui/count-link";
import { Note } from "@/components/ui/note";
import { TableFrame } from "@/components/ui/table-frame";
import { TakeAway } from "@/components/ui/take-away";
import { viewToParams } from "@/lib/filters";
import { NOTHING } from "@/lib/format";
import { QUALITY_CHECKS, type QualityCheck } from "@/lib/quality-checks";
import { capitalise } from "@/lib/strings/common";
import { HOME } from "@/lib/strings/home";
import { describePeriod } from "@/lib/strings/periods";
import { QUALITY_LIST_NAMES } from "@/lib/strings/quality";

type OddSignsProps = {
  readonly title: string;
  /** Of the period's last month. */
  readonly signs: ShownQuality;
  readonly view: ResolvedView;
};

/** What looks odd in the dossiers of the last month, counted, and where most of it is; each number is one click from its list. */
export function OddSigns({ title, signs, view }: OddSignsProps) {
  const { unit, period, total } = signs;
  const isWholeView = period.from === view.from;
  return (
    <>
      <p className="mb-2">
        <Link href={qualityHref(unit.code, null, view)} prefetch={false} className="font-semibold">
          {HOME.oddSignsByUnit}
        </Link>
      </p>
      <TakeAway kind="quality" params={viewToParams({ unit: unit.code, ...period })} />
      <TableFrame label={title}>
        <table className="ledger sm:max-w-4xl">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{HOME.sign}</th>
              <th scope="col" className="num">
                {capitalise(describePeriod(period))}
              </th>
              <th scope="col" className="max-sm:hidden">
                {HOME.mostAt}
              </th>
              {!isWholeView && <th scope="col">{HOME.wholePeriod}</th>}
            </tr>
          </thead>
          <tbody>
            {QUALITY_CHECKS.map((check) => {
              const count = total.counts[check];
              const most = mostOf(signs, check);
              return (
                <tr key={check}>
                  <th scope="row">{capitalise(QUALITY_LIST_NAMES[check])}</th>
                  <td className="num font-bold">
                    {count === null ? (
                      <span className="font-normal text-secondary">{NOTHING}</span>
                    ) : (
                      <CountLink count={count} href={dossierHref({ unitId: unit.id, ...period, measure: check })} />
                    )}
                  </td>
                  <td className="max-sm:hidden [&_a]:underline">
                    {most !== null && (
                      <>
                        {most.name}:{" "}
                        <CountLink
                          count={most.count}
                          href={dossierHref({ ...most.filter, ...period, measure: check })}
                        />
                      </>
                    )}
                  </td>
                  {!isWholeView && (
                    <td>
                      {count !== null && (
                        <Link
                          href={dossierHref({ unitId: unit.id, ...view, measure: check })}
                          prefetch={false}
                          className="whitespace-nowrap"
                          aria-label={HOME.signList(QUALITY_LIST_NAMES[check])}
                        >
                          {HOME.list}
                        </Link>
                      )}
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableFrame>
      <Note>{HOME.oddSignsNote}</Note>
    </>
  );
}

/** The unit with most of a sign; what is in none of the units only where no unit has any; null where nobody has. */
function mostOf({ unit, level, rows, rest }: ShownQuality, check: QualityCheck) {
  const countIn = (row: ShownQualityRow | null | undefined): number => row?.counts[check] ?? 0;
  const [most] = rows.toSorted((a, b) => countIn(b) - countIn(a));
  if (most && most.unitId !== null && countIn(most) > 0) {
    return { name: most.name, count: countIn(most), filter: { unitId: most.unitId } };
  }
  if (countIn(rest) === 0) return null;
  return { name: HOME.elsewhere, count: countIn(rest), filter: { unitId: unit.id, restOf: level } };
}
