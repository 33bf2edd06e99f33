import Link from "next/link";
import { TableFrame } from "@/components/ui/table-frame";
import { formatCount, formatDay, formatInstant } from "@/lib/format";
import type { CalendarDay } from "@/lib/sla";
import { IMPORT_PAGES } from "@/lib/strings/import-pages";
import { ImportList } from "./import-list";
import { type ImportState, ImportStateLabel, isCounted } from "./import-state-label";

export type ImportTableProps = {
  /** IANA zone in which instants are shown. */
  readonly zone: string;
  readonly rows: readonly {
    readonly id: number;
    readonly fileName: string;
    readonly sourceName: string;
    readonly asOf: CalendarDay;
    readonly createdBy: string | null;
    readonly createdAt: string;
    readonly state: ImportState;
    readonly rowsRead: number;
    readonly inserted: number;
    readonly updated: number;
    readonly unchanged: number;
    readonly rejected: number;
  }[];
};

const { list, counts } = IMPORT_PAGES;
const COUNTS = ["rowsRead", "inserted", "updated", "unchanged", "rejected"] as const;

/** The history of imports, newest first. */
export function ImportTable({ rows, zone }: ImportTableProps) {
  return (
    <>
      <ImportList rows={rows} />
      <div className="max-sm:hidden print:block">
        <TableFrame label={list.caption}>
          <table className="ledger">
            <thead>
              <tr>
                <th scope="col">{list.file}</th>
                <th scope="col">{list.source}</th>
                <th scope="col">{list.asOf}</th>
                <th scope="col">{IMPORT_PAGES.state}</th>
                {COUNTS.map((name) => (
                  <th key={name} scope="col" className="num">
                    {counts[name]}
                  </th>
                ))}
                <th scope="col">{list.who}</th>
                <th scope="col">{list.when}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <Link href={`/imports/${row.id}`}>{row.fileName}</Link>
                  </th>
                  <td>{row.sourceName}</td>
                  <td>{formatDay(row.asOf)}</td>
                  <td>
                    <ImportStateLabel state={row.state} />
                  </td>
                  {COUNTS.map((name) => (
                    <td key={name} className="num">
                      {formatCount(isCounted(row.state) ? row[name] : null)}
                    </td>
                  ))}
                  <td>{row.createdBy ?? list.operator}</td>
                  <td>{formatInstant(row.createdAt, zone)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      </div>
    </>
  );
}
