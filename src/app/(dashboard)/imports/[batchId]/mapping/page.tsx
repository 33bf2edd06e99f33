import type { Metadata } from "next";
import Link from "next/link";
import { orNotFound } from "@/app/or-not-found";
import { parseId } from "@/app/parse-id";
import { ColumnMapping } from "@/components/imports/column-mapping";
import { ImportFrame } from "@/components/imports/import-frame";
import { NameMapping } from "@/components/imports/name-mapping";
import { PageTitle } from "@/components/ui/page-title";
import type { SearchParams } from "@/lib/filters";
import { COLUMNS, type Column } from "@/lib/list-columns";
import { proposeColumns } from "@/lib/propose-columns";
import { documentTitle } from "@/lib/strings/common";
import { IMPORT_MAPPING as words } from "@/lib/strings/import-mapping";
import { requireViewer } from "@/server/auth/require-viewer";
import { getDataStatus } from "@/server/queries/get-data-status";
import { getImportMapping, type ImportMapping } from "@/server/queries/get-import-mapping";
import { describeFormError } from "../../form-error";
import { saveColumns, saveNames } from "./actions";

type MappingPageProps = { params: Promise<{ batchId: string }>; searchParams: Promise<SearchParams> };

export const metadata: Metadata = { title: documentTitle(words.step) };

export default async function MappingPage({ params, searchParams }: MappingPageProps) {
  const id = parseId((await params).batchId);
  const viewer = await requireViewer(`/imports/${id}/mapping`);
  const mapping = await orNotFound(getImportMapping(viewer, id));
  const [status, asked] = await Promise.all([getDataStatus(viewer), searchParams]);
  const message = messageOf(asked);
  const shown = mapping.sample ? chooseHeader(mapping.sample, asked) : null;
  return (
    <ImportFrame provinceName={status.provinceName} status={status} step={words.step}>
      <PageTitle title={titleOf(mapping)} />
      {message !== null && (
        <p role="alert" className="mt-4 font-semibold text-overdue">
          {message}
        </p>
      )}
      <p className="mt-2 max-w-prose text-secondary">{leadOf(mapping)}</p>
      {mapping.sample && shown && (
        <ColumnMapping
          key={`${shown.sheet} ${shown.header.rowNumber} ${shown.depth}`}
          sheets={mapping.sample.sheets}
          {...shown}
          proposal={chosenColumns(asked) ?? proposeColumns(shown.names)}
          save={saveColumns.bind(null, id)}
        />
      )}
      {mapping.names.length > 0 && (
        <NameMapping names={mapping.names} choices={mapping.choices} save={saveNames.bind(null, id)} />
      )}
      <p className="mt-6">
        <Link href={`/imports/${id}`}>{words.back}</Link>
      </p>
    </ImportFrame>
  );
}

/** What is wrong with the choices; the sentences of the import itself speak of the file. */
function messageOf(asked: SearchParams): string | null {
  if (asked.error === "columnMissing") return words.chooseRequired;
  if (asked.error === "columnDuplicate") return words.chosenTwice;
  if (asked.error === "invalidInput") return words.chooseName;
  return describeFormError(asked);
}

/** What the clerk had chosen, when the choice came back with an error. */
function chosenColumns(asked: SearchParams): Partial<Record<Column, number>> | null {
  if (asked.error === undefined) return null;
  return Object.fromEntries(
    COLUMNS.flatMap((column) => {
      const value = asked[`column-${column}`];
      return typeof value === "string" && /^\d{1,5}$/.test(value) ? [[column, Number(value)] as const] : [];
    }),
  );
}

function titleOf({ sample, names }: ImportMapping): string {
  if (sample) return words.columnsTitle;
  return names.length > 0 ? words.namesTitle(names.length) : words.nothingTitle;
}

function leadOf({ sample, names, sourceName }: ImportMapping): string {
  if (sample) return words.lead(sourceName);
  return names.length > 0 ? words.namesLead(sourceName) : words.nothing;
}

/** The rows that the address asks for, or else the one whose cells look most like headers. */
function chooseHeader(sample: NonNullable<ImportMapping["sample"]>, { sheet, row, depth: written }: SearchParams) {
  const all = sample.sheets.flatMap(({ rows }, index) =>
    rows.map((header) => ({
      sheet: index,
      header,
      names: header.cells,
      depth: 1,
      known: Object.keys(proposeColumns(header.cells)).length,
    })),
  );
  const onSheet = all.filter((one) => sheet === undefined || String(one.sheet) === sheet);
  const asked = onSheet.find(({ header }) => String(header.rowNumber) === row);
  if (asked) {
    const joined = asked.header.joined[Number(written) - 2];
    return joined ? { ...asked, names: joined.names, depth: Number(written) } : asked;
  }
  const candidates = onSheet.length > 0 ? onSheet : all;
  return candidates.reduce<(typeof all)[number] | null>(
    (best, one) => (best === null || one.known > best.known ? one : best),
    null,
  );
}
