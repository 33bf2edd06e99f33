import Link from "next/link";
import { dossierHref } from "@/components/dossiers/dossier-href";
import type { ResolvedView } from "@/components/filters/resolved-view";
import { CountLink } from "@/components/ui/count-link";
import { TableFrame } from "@/components/ui/table-frame";
import type { DossierFilter, Measure } from "@/lib/filters";
import { formatCount, formatRate } from "@/lib/format";
import { FORMULAS, meetsTarget, missingToTarget, received, resolvedTotal, type Tally } from "@/lib/sla";
import { RATE_NAMES } from "@/lib/strings/common";
import { RANKING } from "@/lib/strings/ranking";
import { CUT_HEADS, CUT_TITLES, CUTS, cutRowName } from "@/lib/strings/unit-parts";
import { type CutNarrowing, cutFilter, type UnitCut } from "@/lib/unit-cuts";
import { unitCutHref } from "./unit-href";

export type ShownCutRow = { readonly key: string; readonly name: string | null; readonly tally: Tally };

type CutTableProps = {
  readonly unitId: number;
  readonly cut: UnitCut;
  readonly view: ResolvedView;
  readonly narrowing: CutNarrowing;
  /** A procedure leads to its officers. */
  readonly leadsToOfficers: boolean;
  readonly rows: readonly ShownCutRow[];
  /** What is left out of the rows; null when nothing is. */
  readonly others: { readonly count: number; readonly tally: Tally } | null;
  readonly total: Tally;
};

/** The counts of a unit by procedure, channel or officer, most late ones first. */
export function CutTable({ unitId, cut, view, narrowing, leadsToOfficers, rows, others, total }: CutTableProps) {
  return (
    <TableFrame label={CUT_TITLES[cut]}>
      <table className="ledger">
        <caption className="sr-only">{CUT_TITLES[cut]}</caption>
        <thead>
          <tr>
            <th scope="col" className="num max-sm:hidden">
              {CUTS.order}
            </th>
            <th scope="col">{CUT_HEADS[cut]}</th>
            <th scope="col" className="num max-sm:hidden">
              {CUTS.handled}
            </th>
            <th scope="col" className="num max-sm:hidden">
              {CUTS.resolved}
            </th>
            <th scope="col" className="num">
              {CUTS.late}
            </th>
            <th scope="col" className="num">
              {RATE_NAMES[view.formula]}
            </th>
            <th scope="col" className="num max-sm:hidden">
              {CUTS.missing}
            </th>
            <th scope="col" className="num max-sm:hidden">
              {CUTS.overdue}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <CutLine
              key={row.key}
              kind="row"
              order={index + 1}
              name={cutRowName(cut, row)}
              tally={row.tally}
              view={view}
              href={
                cut === "procedures" && leadsToOfficers
                  ? unitCutHref(unitId, "officers", view, { ...narrowing, procedureId: Number(row.key) })
                  : null
              }
              filter={{ unitId, ...view, ...narrowing, ...cutFilter(cut, row.key) }}
            />
          ))}
        </tbody>
        <tfoot>
          {others !== null && (
            <CutLine kind="rest" name={CUTS.others(others.count, cut)} tally={others.tally} view={view} filter={null} />
          )}
          <CutLine
            kind="total"
            name={CUTS.total}
            tally={total}
            view={view}
            filter={{ unitId, ...view, ...narrowing }}
          />
        </tfoot>
      </table>
    </TableFrame>
  );
}

type CutLineProps = {
  readonly kind: "row" | "rest" | "total";
  readonly order?: number;
  readonly name: string;
  /** The next step down. */
  readonly href?: string | null;
  readonly tally: Tally;
  readonly view: ResolvedView;
  /** Null where no list holds just these dossiers. */
  readonly filter: Partial<DossierFilter> | null;
};

function CutLine({ kind, order, name, href = null, tally, view, filter }: CutLineProps) {
  const { formula, target } = view;
  const rate = FORMULAS[formula].rateOf(tally);
  const missing = missingToTarget(rate, target);
  const link = (measure: Measure, count: number) =>
    filter === null ? formatCount(count) : <CountLink count={count} href={dossierHref({ ...filter, measure })} />;
  return (
    <tr data-row={kind}>
      <td className="num max-sm:hidden">{order}</td>
      <th scope="row" className="max-w-[36rem]">
        {href === null ? (
          name
        ) : (
          <Link href={href} prefetch={false}>
            {name}
          </Link>
        )}
        {missing !== null && missing > 0 && (
          <span className="block font-normal text-secondary sm:hidden">{RANKING.missingOnPhone(missing)}</span>
        )}
      </th>
      <td className="num max-sm:hidden">{link("handled", tally.carriedOver + received(tally))}</td>
      <td className="num max-sm:hidden">{link("resolved", resolvedTotal(tally))}</td>
      <td className="num">{link("late", tally.late)}</td>
      <td className={`num font-bold ${meetsTarget(rate, target) === false ? "text-overdue" : ""}`}>
        {formatRate(rate, target)}
      </td>
      <td className="num max-sm:hidden">{missing === 0 ? "" : formatCount(missing)}</td>
      <td className="num max-sm:hidden">{link("overdue", tally.overdue)}</td>
    </tr>
  );
}
