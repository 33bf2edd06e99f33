import { dossierHref } from "@/components/dossiers/dossier-href";
import type { ResolvedView } from "@/components/filters/resolved-view";
import { CountLink } from "@/components/ui/count-link";
import type { Measure } from "@/lib/filters";
import { checkIdentities, type Tally } from "@/lib/sla";
import { UNITS } from "@/lib/strings/units";
import { type Account, unitAccounts } from "@/lib/unit-accounts";

type UnitBalanceProps = { readonly unitId: number; readonly view: ResolvedView; readonly tally: Tally };

/** What came in, what was done, what is open: three accounts that add up. */
export function UnitBalance({ unitId, view, tally }: UnitBalanceProps) {
  const isBroken = checkIdentities(tally).length > 0;
  return (
    <>
      <div className="grid max-w-[1280px] gap-x-10 gap-y-6 md:grid-cols-3 print:grid-cols-3">
        {unitAccounts(tally).map((account) => (
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
  const { head, lines } = account;
  return (
    <div>
      <div aria-hidden className="mb-1 flex h-2 gap-px">
        {lines
          .filter(({ measure, count }) => FILLS[measure] !== undefined && count > 0)
          .map(({ measure, count }) => (
            <span key={measure} className={FILLS[measure]} style={{ flex: `${count} 1 1px` }} />
          ))}
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
        <tbody>
          {lines.map((line) => (
            <tr key={line.measure}>
              <th scope="row">{line.label}</th>
              <td className="num">
                <CountLink count={line.count} href={href(line.measure)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The classes that a bar shows; in the first account, which says whence dossiers came, there are none. */
const FILLS: Readonly<Partial<Record<Measure, string>>> = {
  early: "bg-early",
  onTime: "bg-on-time",
  late: "bg-late",
  resolvedUndated: "border border-paused",
  inTime: "bg-in-time",
  paused: "hatched border border-paused",
  overdue: "bg-overdue",
  openUndated: "border border-paused",
};
