import Link from "next/link";
import { formatDay } from "@/lib/format";
import { IMPORT_PAGES } from "@/lib/strings/import-pages";
import { ImportStateLabel, isCounted } from "./import-state-label";
import type { ImportTableProps } from "./import-table";

const { list } = IMPORT_PAGES;

/** The history on a phone: a row per file, without the columns. */
export function ImportList({ rows }: Pick<ImportTableProps, "rows">) {
  return (
    <ul aria-label={list.caption} className="border-t border-ink text-sm sm:hidden print:hidden">
      {rows.map((row) => (
        <li key={row.id} className="border-b border-rule py-2">
          <Link href={`/imports/${row.id}`} className="font-semibold break-words">
            {row.fileName}
          </Link>
          <p>
            <ImportStateLabel state={row.state} />
            {isCounted(row.state) && ` · ${list.brief(row.inserted, row.updated, row.rejected)}`}
          </p>
          <p className="text-secondary">
            {row.sourceName} · {list.asOf} {formatDay(row.asOf)}
          </p>
        </li>
      ))}
    </ul>
  );
}
