import type { Metadata } from "next";
import Link from "next/link";
import { orNotFound } from "@/app/or-not-found";
import { parseId } from "@/app/parse-id";
import { ColumnMapping } from "@/components/imports/column-mapping";
import { ImportFrame } from "@/components/imports/import-frame";
import { MappingKind } from "@/components/imports/mapping-kind";
import { NameMapping } from "@/components/imports/name-mapping";
import { TableMapping } from "@/components/imports/table-mapping";
import { PageTitle } from "@/components/ui/page-title";
import { checkMeanings, type Meaning } from "@/lib/aggregates/check-meanings";
import { TABLE_COLUMNS } from "@/lib/aggregates/columns";
import { proposeTable } from "@/lib/aggregates/propose-table";
import type { SearchParams } from "@/lib/filters";
import { COLUMNS, type Column } from "@/lib/list-columns";
import { proposeColumns } from "@/lib/propose-columns";
import { documentTitle } from "@/lib/strings/common";
import { IMPORT_MAPPING as words } from "@/lib/strings/import-mapping";
import { describeWrongMeanings, TABLE_MAPPING } from "@/lib/strings/table-mapping";
import { requireViewer } from "@/server/auth/require-viewer";
import { getDataStatus } from "@/server/queries/get-data-status";
import { getImportMapping, type ImportMapping } from "@/server/queries/get-import-mapping";
import { describeFormError } from "../../form-error";
import { saveColumns, saveNames, saveTable } from "./actions";
import { chooseHeader } from "./choose-header";
import { chooseTableHead } from "./choose-table-head";

type MappingPageProps = { params: Promise<{ batchId: string }>; searchParams: Promise<SearchParams> };

export const metadata: Metadata = { title: documentTitle(words.step) };

export default async function MappingPage({ params, searchParams }: MappingPageProps) {
  const id = parseId((await params).batchId);
  const viewer = await requireViewer(`/imports/${id}/mapping`);
  const mapping = await orNotFound(getImportMapping(viewer, id));
  const [status, asked] = await Promise.all([getDataStatus(viewer), searchParams]);
  const list = mapping.sample && chooseHeader(mapping.sample, asked);
  const table = mapping.sample && chooseTableHead(mapping.sample, asked);
  const isTable = asked.kind === "table" || (asked.kind !== "list" && isLikeTable(table, list));
  const message = isTable ? tableMessageOf(asked) : messageOf(asked);
  return (
    <ImportFrame provinceName={status.provinceName} status={status} step={words.step}>
      <PageTitle title={titleOf(mapping, isTable)} />
      {message !== null && (
        <p role="alert" className="mt-4 max-w-prose font-semibold text-overdue">
          {message}
        </p>
      )}
      <p className="mt-2 max-w-prose text-secondary">{leadOf(mapping, isTable)}</p>
      {mapping.sample && <MappingKind batchId={id} kind={isTable ? "table" : "list"} />}
      {mapping.sample && isTable && table && (
        <TableMapping
          key={JSON.stringify(asked)}
          sheets={mapping.sample.sheets}
          {...table}
          proposal={chosenMeanings(asked) ?? proposeTable(table.paths, table.rows)}
          save={saveTable.bind(null, id)}
        />
      )}
      {mapping.sample && !isTable && list && (
        <ColumnMapping
          key={JSON.stringify(asked)}
          sheets={mapping.sample.sheets}
          {...list}
          proposal={chosenColumns(asked) ?? proposeColumns(list.names)}
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

/** Rows of counts, or more words of a table than of a list. */
function isLikeTable(table: ReturnType<typeof chooseTableHead>, list: ReturnType<typeof chooseHeader>): boolean {
  return table !== null && (table.isAbove || table.known > (list?.known ?? 0));
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

function tableMessageOf(asked: SearchParams): string | null {
  const wrong = checkMeanings(chosenMeanings(asked) ?? []);
  const isOfColumns = asked.error === "aggregateColumnMissing" || asked.error === "aggregateColumnTwice";
  return isOfColumns && wrong ? describeWrongMeanings(wrong) : describeFormError(asked);
}

/** The same for the columns of a table. */
function chosenMeanings(asked: SearchParams): Meaning[] | null {
  if (asked.error === undefined) return null;
  return Object.entries(asked).flatMap(([name, value]) => {
    const [, at] = /^column-(\d{1,5})$/.exec(name) ?? [];
    const means = TABLE_COLUMNS.find((column) => column === value);
    return at === undefined || means === undefined ? [] : [{ at: Number(at), means }];
  });
}

function titleOf({ sample, names }: ImportMapping, isTable: boolean): string {
  if (sample) return isTable ? TABLE_MAPPING.title : words.columnsTitle;
  return names.length > 0 ? words.namesTitle(names.length) : words.nothingTitle;
}

function leadOf({ sample, names, sourceName }: ImportMapping, isTable: boolean): string {
  if (sample) return (isTable ? TABLE_MAPPING : words).lead(sourceName);
  return names.length > 0 ? words.namesLead(sourceName) : words.nothing;
}
