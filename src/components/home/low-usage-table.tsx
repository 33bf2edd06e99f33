import Link from "next/link";
import { dossierHref } from "@/components/dossiers/dossier-href";
import type { ResolvedView } from "@/components/filters/resolved-view";
import type { ShownRankingRow } from "@/components/ranking/types";
import { CountLink } from "@/components/ui/count-link";
import { TableFrame } from "@/components/ui/table-frame";
import { unitHref } from "@/components/units/unit-href";
import { formatCount } from "@/lib/format";
import type { LowUsage } from "@/lib/insight/low-usage";
import { HOME } from "@/lib/strings/home";

type LowUsageTableProps = {
  readonly title: string;
  readonly units: readonly LowUsage<ShownRankingRow>[];
  readonly view: ResolvedView;
};

/** Units that take in far fewer dossiers than the middle one of their level, or than they used to. */
export function LowUsageTable({ title, units, view }: LowUsageTableProps) {
  return (
    <TableFrame label={title}>
      <table className="ledger">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{HOME.unit}</th>
            <th scope="col" className="num">
              {HOME.received}
            </th>
            <th scope="col" className="num">
              {HOME.ofMiddle}
            </th>
            <th scope="col" className="num">
              {HOME.expected}
            </th>
          </tr>
        </thead>
        <tbody>
          {units.map(({ item, received, ofMiddle, expected }) => (
            <tr key={item.unitId}>
              <th scope="row">
                <Link href={unitHref(item.unitId ?? 0, view)} prefetch={false}>
                  {item.name}
                </Link>
              </th>
              <td className="num">
                <CountLink
                  count={received}
                  href={dossierHref({ unitId: item.unitId ?? 0, ...view, measure: "received" })}
                />
              </td>
              <td className="num">{ofMiddle}%</td>
              <td className="num">{formatCount(expected)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
