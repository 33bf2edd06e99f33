import Link from "next/link";
import { PageTitle } from "@/components/ui/page-title";
import { TakeAway } from "@/components/ui/take-away";
import { IMPORT_PAGES } from "@/lib/strings/import-pages";
import { SOURCE_MAPPINGS } from "@/lib/strings/source-mappings";
import { ImportTable, type ImportTableProps } from "./import-table";

const { list: words } = IMPORT_PAGES;

/** What has been taken in so far, and the door to take in more. */
export function ImportHistory({ rows, zone }: ImportTableProps) {
  return (
    <div className="grid gap-6">
      <PageTitle title={words.heading(rows.length)} label={words.title} />
      <p>
        <Link href="/imports/new" className="button inline-block no-underline">
          {words.create}
        </Link>
      </p>
      {rows.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <div>
          <TakeAway kind="imports" params={new URLSearchParams()} canPrint />
          <ImportTable rows={rows} zone={zone} />
        </div>
      )}
      <p className="text-sm print:hidden">
        <Link href="/imports/mappings" prefetch={false}>
          {SOURCE_MAPPINGS.link}
        </Link>
      </p>
    </div>
  );
}
