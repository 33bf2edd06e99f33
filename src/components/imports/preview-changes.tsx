import { Section } from "@/components/ui/section";
import { TakeAway } from "@/components/ui/take-away";
import { TableFrame } from "@/components/ui/table-frame";
import type { FieldChange, ImportPreview } from "@/lib/import-preview";
import { changedValue, IMPORT_PREVIEW as words } from "@/lib/strings/import-preview";

type PreviewChangesProps = ImportPreview["changes"] & {
  /** The batch whose changes can all be fetched as a file; null when they are not kept. */
  readonly fileOf: number | null;
};

/** What is stored of each changed dossier, and what the file says instead. */
export function PreviewChanges({ count, dossiers, fileOf }: PreviewChangesProps) {
  if (dossiers.length === 0) return null;
  const caption = words.changesCaption(dossiers.length, count);
  return (
    <Section id="changes" title={words.changesTitle(count)}>
      <p className="mb-4 text-sm text-secondary">{caption}</p>
      {fileOf !== null && <TakeAway kind="changes" params={new URLSearchParams({ batchId: String(fileOf) })} />}
      <TableFrame label={caption}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{words.code}</th>
              <th scope="col" className="max-sm:hidden">
                {words.unit}
              </th>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.old}</th>
              <th scope="col">{words.new}</th>
            </tr>
          </thead>
          <tbody>
            {dossiers.flatMap(({ code, unitName, fields }) =>
              rowsOf(fields).map((change, at) => (
                <tr key={`${code} ${change?.field ?? ""}`} data-changed={code}>
                  <td>{at === 0 && code}</td>
                  <td className="max-sm:hidden">{at === 0 && unitName}</td>
                  <td>{change === null ? words.sameFacts : words.fieldNames[change.field]}</td>
                  <td>{change && changedValue(change.field, change.before)}</td>
                  <td>{change && changedValue(change.field, change.after)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </TableFrame>
    </Section>
  );
}

/** A dossier whose facts are the same still has its row: its verdict was computed by an older engine. */
function rowsOf(fields: readonly FieldChange[]): readonly (FieldChange | null)[] {
  return fields.length === 0 ? [null] : fields;
}
