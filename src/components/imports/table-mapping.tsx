import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import type { Meaning } from "@/lib/aggregates/check-meanings";
import { MOST_HEAD_ROWS } from "@/lib/aggregates/columns";
import { pathText } from "@/lib/aggregates/head-paths";
import { IMPORT_MAPPING } from "@/lib/strings/import-mapping";
import { MEANING_GROUPS, TABLE_COLUMN_NAMES, TABLE_MAPPING as words } from "@/lib/strings/table-mapping";
import { HeadSample, type SampleRow, type SampleSheet } from "./head-sample";

type TableMappingProps = {
  readonly sheets: readonly SampleSheet[];
  /** Index of the sheet that is shown. */
  readonly sheet: number;
  /** The first row of its head. */
  readonly header: SampleRow;
  /** How many rows it has, and what they say above each column, from the top down. */
  readonly depth: number;
  readonly paths: readonly (readonly string[])[];
  /** The first rows of counts below it. */
  readonly rows: readonly (readonly string[])[];
  readonly proposal: readonly Meaning[];
  readonly save: (form: FormData) => Promise<void>;
};

/** The first rows of an aggregate table whose head we do not know, and a choice for each of its columns. */
export function TableMapping({ sheets, sheet, header, depth, paths, rows, proposal, save }: TableMappingProps) {
  const proposed = new Map(proposal.map(({ at, means }) => [at, means]));
  const columns = [...paths.entries()]
    .map(([at, path]) => ({ at, head: pathText(path), values: rows.map((cells) => cells[at] ?? "").filter(Boolean) }))
    .filter(({ head, values }) => head !== "" || values.length > 0);
  return (
    <>
      <HeadSample
        title={words.sampleTitle}
        kind="table"
        sheets={sheets}
        sheet={sheet}
        header={header}
        depth={depth}
        mostRows={MOST_HEAD_ROWS}
      />
      <Section id="columns" title={words.formTitle}>
        <form action={save} className="grid gap-4">
          <input type="hidden" name="sheet" value={sheet} />
          <input type="hidden" name="row" value={header.rowNumber} />
          <input type="hidden" name="depth" value={depth} />
          <div className="max-w-prose text-sm">
            <p>{words.required}</p>
            <ul className="list-disc pl-5">
              {words.requiredOnes.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </div>
          <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2 xl:grid-cols-4">
            {columns.map(({ at, head, values }) => (
              <label key={at} className="grid min-w-0 content-start gap-0.5 text-sm">
                <span className="break-words">
                  <span className="font-semibold">{words.column(at, head)}</span>
                  {values.length > 0 && <span className="block text-secondary">{words.example(values)}</span>}
                </span>
                <select name={`column-${at}`} defaultValue={proposed.get(at) ?? ""} className="field max-w-full">
                  <option value="">{words.notRead}</option>
                  {MEANING_GROUPS.map(({ name, meanings }) => (
                    <optgroup key={name} label={name}>
                      {meanings.map((meaning) => (
                        <option key={meaning} value={meaning}>
                          {TABLE_COLUMN_NAMES[meaning]}
                        </option>
                      ))}
                    </optgroup>
                  ))}
                </select>
              </label>
            ))}
          </div>
          <Note>{words.note}</Note>
          <button type="submit" className="button justify-self-start">
            {IMPORT_MAPPING.submit}
          </button>
        </form>
      </Section>
    </>
  );
}
