import { Note } from "@/components/ui/note";
import { PageTitle } from "@/components/ui/page-title";
import { Section } from "@/components/ui/section";
import { TableFrame } from "@/components/ui/table-frame";
import { TakeAway } from "@/components/ui/take-away";
import type { AliasKind } from "@/lib/alias-kinds";
import { formatInstant } from "@/lib/format";
import { IMPORT_MAPPING } from "@/lib/strings/import-mapping";
import { type ExplainedHeader, SOURCE_MAPPINGS as words } from "@/lib/strings/source-mappings";

type Said = {
  readonly sourceId: number;
  readonly sourceName: string;
  readonly by: string | null;
  readonly at: string;
};

type SourceMappingsProps = {
  readonly names: readonly (Said & {
    readonly kind: AliasKind;
    readonly text: string;
    readonly textKey: string;
    readonly means: string;
  })[];
  readonly headers: readonly (Said & { readonly fingerprint: string } & ExplainedHeader)[];
  readonly zone: string;
  readonly forgetName: (form: FormData) => Promise<void>;
  readonly forgetHeader: (form: FormData) => Promise<void>;
};

/** What clerks have said of each source's files, each with a way to take it back. */
export function SourceMappings({ names, headers, zone, forgetName, forgetHeader }: SourceMappingsProps) {
  const said = ({ by, at }: Said): string => `${by ?? words.nobody}, ${formatInstant(at, zone)}`;
  return (
    <>
      <PageTitle title={words.heading(names.length + headers.length)} label={words.title} />
      <p className="mt-2 max-w-prose text-secondary">{words.lead}</p>
      {names.length + headers.length > 0 && (
        <div className="mt-4">
          <TakeAway kind="mappings" params={new URLSearchParams()} canPrint />
        </div>
      )}
      {names.length > 0 && (
        <Section id="names" title={words.names}>
          <TableFrame label={words.names}>
            <table className="ledger">
              <thead>
                <tr>
                  <th scope="col">{words.text}</th>
                  <th scope="col">{words.means}</th>
                  <th scope="col" className="max-sm:hidden">
                    {words.kind}
                  </th>
                  <th scope="col" className="max-sm:hidden">
                    {words.source}
                  </th>
                  <th scope="col" className="max-sm:hidden">
                    {words.when}
                  </th>
                  <th scope="col">
                    <span className="sr-only">{words.forget}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {names.map((name) => (
                  <tr key={`${name.sourceId} ${name.kind} ${name.textKey}`}>
                    <th scope="row">{name.text}</th>
                    <td>{name.means}</td>
                    <td className="max-sm:hidden">{IMPORT_MAPPING.kinds[name.kind]}</td>
                    <td className="max-sm:hidden">{name.sourceName}</td>
                    <td className="max-sm:hidden">{said(name)}</td>
                    <td>
                      <form action={forgetName}>
                        <input type="hidden" name="sourceId" value={name.sourceId} />
                        <input type="hidden" name="kind" value={name.kind} />
                        <input type="hidden" name="textKey" value={name.textKey} />
                        <button type="submit" className="button-quiet" aria-label={words.forgetLabel(name.text)}>
                          {words.forget}
                        </button>
                      </form>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
        </Section>
      )}
      {headers.length > 0 && (
        <Section id="headers" title={words.headers}>
          <ul className="max-w-4xl border-t border-ink text-sm">
            {headers.map((header) => (
              <li
                key={`${header.sourceId} ${header.fingerprint}`}
                className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-rule py-2"
              >
                <div className="min-w-0 flex-1 basis-64">
                  <p className="font-semibold break-words">{header.sourceName}</p>
                  <p>{words.columnsText(header)}</p>
                  <p className="text-secondary">{said(header)}</p>
                </div>
                <form action={forgetHeader}>
                  <input type="hidden" name="sourceId" value={header.sourceId} />
                  <input type="hidden" name="fingerprint" value={header.fingerprint} />
                  <button type="submit" className="button-quiet" aria-label={words.forgetHeader(header.sourceName)}>
                    {words.forget}
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {names.length + headers.length > 0 && <Note>{words.note}</Note>}
    </>
  );
}
