import { formatDay, formatInstant } from "@/lib/format";
import { HOME } from "@/lib/strings/home";
import { NAV } from "@/lib/strings/nav";
import type { HomeStatus } from "./types";

/** How fresh each source is. */
export function FreshnessTable({ status }: { readonly status: HomeStatus }) {
  if (status.sources.length === 0) return <p>{NAV.noData}</p>;
  return (
    <table className="ledger sm:max-w-2xl">
      <caption className="sr-only">{HOME.freshness}</caption>
      <thead>
        <tr>
          <th scope="col">{HOME.source}</th>
          <th scope="col" className="num">
            {HOME.asOf}
          </th>
          <th scope="col" className="num">
            {HOME.importedAt}
          </th>
        </tr>
      </thead>
      <tbody>
        {status.sources.map((source) => (
          <tr key={source.name}>
            <th scope="row">{source.name}</th>
            <td className="num">{formatDay(source.asOf)}</td>
            <td className="num">{formatInstant(source.importedAt, status.zone)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
