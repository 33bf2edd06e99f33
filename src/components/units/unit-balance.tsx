import { dossierHref } from "@/components/dossiers/dossier-href";
import type { ResolvedView } from "@/components/filters/resolved-view";
import { CountLink } from "@/components/ui/count-link";
import { Written } from "@/components/ui/written";
import type { Measure } from "@/lib/filters";
import { checkIdentities, received, resolvedTotal, type Tally } from "@/lib/sla";
import { UNITS } from "@/lib/strings/units";

type UnitBalanceProps = { readonly unitId: number; readonly view: ResolvedView; readonly tally: Tally };

type Line = { readonly measure: Measure; readonly label: string; readonly count: number };
type Account = { readonly head: Line; readonly lines: readonly Line[]; readonly bars: readonly Bar[] };
type Bar = { readonly label: string; readonly count: number; readonly fill: string };

/** What came in, what was done, what is open: three accounts that add up. */
export function UnitBalance({ unitId, view, tally }: UnitBalanceProps) {
  const isBroken = checkIdentities(tally).length > 0;
  return (
    <>
      <div className="grid max-w-[1280px] gap-x-10 gap-y-6 md:grid-cols-3 print:grid-cols-3">
        {accountsOf(tally).map((account) => (
          <AccountTable key={account.head.measure} account={account} unitId={unitId} view={view} />
        ))}
      </div>
      {isBroken && (
        <p role="alert" className="mt-2 text-overdue">
          {UNITS.balanceBroken}
        </p>
      )}
    </>
  );
}

function AccountTable({ account, unitId, view }: { account: Account; unitId: number; view: ResolvedView }) {
  const href = (measure: Measure): string => dossierHref({ unitId, ...view, measure });
  const { head, lines, bars } = account;
  const sum = bars.reduce((total, bar) => total + bar.count, 0);
  return (
    <div>
      <div aria-hidden className="mb-1 flex h-2 gap-px">
        {sum > 0 &&
          bars
            .filter((bar) => bar.count > 0)
            .map((bar) => <span key={bar.label} className={bar.fill} style={{ flex: `${bar.count} 1 1px` }} />)}
      </div>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">
              <span className="font-bold text-ink">{head.label}</span>
            </th>
            <td className="num font-bold !text-ink">
              <CountLink count={head.count} href={href(head.measure)} />
            </td>
          </tr>
        </thead>
        <Written as="tbody">
          {lines.map((line) => (
            <tr key={line.measure}>
              <th scope="row">{line.label}</th>
              <td className="num">
                <CountLink count={line.count} href={href(line.measure)} />
              </td>
            </tr>
          ))}
        </Written>
      </table>
    </div>
  );
}

function accountsOf(tally: Tally): readonly Account[] {
  const optional = (line: Line): Line[] => (line.count > 0 ? [line] : []);
  return [
    {
      head: { measure: "handled", label: UNITS.handled, count: tally.carriedOver + received(tally) },
      lines: [
        { measure: "carriedOver", label: UNITS.carriedOver, count: tally.carriedOver },
        { measure: "receivedDirect", label: UNITS.receivedDirect, count: tally.receivedDirect },
        { measure: "receivedOnline", label: UNITS.receivedOnline, count: tally.receivedOnline },
        { measure: "receivedPostal", label: UNITS.receivedPostal, count: tally.receivedPostal },
      ],
      bars: [],
    },
    {
      head: { measure: "resolved", label: UNITS.resolved, count: resolvedTotal(tally) },
      lines: [
        { measure: "early", label: UNITS.early, count: tally.early },
        { measure: "onTime", label: UNITS.onTime, count: tally.onTime },
        { measure: "late", label: UNITS.late, count: tally.late },
        ...optional({ measure: "resolvedUndated", label: UNITS.undated, count: tally.resolvedUndated }),
        { measure: "returned", label: UNITS.returned, count: tally.returned },
      ],
      bars: [
        { label: UNITS.early, count: tally.early, fill: "bg-early" },
        { label: UNITS.onTime, count: tally.onTime, fill: "bg-on-time" },
        { label: UNITS.late, count: tally.late, fill: "bg-late" },
        { label: UNITS.undated, count: tally.resolvedUndated, fill: "border border-paused" },
      ],
    },
    {
      head: { measure: "open", label: UNITS.open, count: tally.open },
      lines: [
        { measure: "inTime", label: UNITS.inTime, count: tally.inTime },
        { measure: "paused", label: UNITS.paused, count: tally.paused },
        { measure: "overdue", label: UNITS.overdue, count: tally.overdue },
        ...optional({ measure: "openUndated", label: UNITS.undated, count: tally.openUndated }),
      ],
      bars: [
        { label: UNITS.inTime, count: tally.inTime, fill: "bg-in-time" },
        { label: UNITS.paused, count: tally.paused, fill: "hatched border border-paused" },
        { label: UNITS.overdue, count: tally.overdue, fill: "bg-overdue" },
        { label: UNITS.undated, count: tally.openUndated, fill: "border border-paused" },
      ],
    },
  ];
}
