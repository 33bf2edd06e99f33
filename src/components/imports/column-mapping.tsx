import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { COLUMNS, type Column, MOST_HEADER_ROWS, REQUIRED } from "@/lib/list-columns";
import { IMPORT_MAPPING as words } from "@/lib/strings/import-mapping";
import { COLUMN_NAMES } from "@/lib/strings/imports";
import { HeadSample, type SampleRow, type SampleSheet } from "./head-sample";

type ColumnMappingProps = {
  readonly sheets: readonly SampleSheet[];
  /** Index of the sheet that is shown. */
  readonly sheet: number;
  /** Its first row. */
  readonly header: SampleRow;
  /** How many rows it has, and what they say of each column together. */
  readonly depth: number;
  readonly names: readonly string[];
  readonly proposal: Readonly<Partial<Record<Column, number>>>;
  readonly save: (form: FormData) => Promise<void>;
};

/** The first rows of a file whose header we do not know, and a choice for every column of a list. */
export function ColumnMapping({ sheets, sheet, header, depth, names, proposal, save }: ColumnMappingProps) {
  const places = [...names.keys()];
  return (
    <>
      <HeadSample
        title={words.sampleTitle}
        kind="list"
        sheets={sheets}
        sheet={sheet}
        header={header}
        depth={depth}
        mostRows={MOST_HEADER_ROWS}
      />
      <Section id="columns" title={words.formTitle}>
        <form action={save} className="grid gap-4">
          <input type="hidden" name="sheet" value={sheet} />
          <input type="hidden" name="row" value={header.rowNumber} />
          <input type="hidden" name="depth" value={depth} />
          <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2 xl:grid-cols-4">
            {COLUMNS.map((column) => (
              <label key={column} className="grid min-w-0 content-start gap-0.5 text-sm">
                <span>
                  <span className="font-semibold">{COLUMN_NAMES[column][0]}</span>
                  <span className="text-secondary">{needOf(column)}</span>
                </span>
                <select name={`column-${column}`} defaultValue={proposal[column] ?? ""} className="field max-w-full">
                  <option value="">{words.none}</option>
                  {places.map((position) => (
                    <option key={position} value={position}>
                      {words.column(position, names[position] ?? "")}
                    </option>
                  ))}
                </select>
              </label>
            ))}
          </div>
          <Note>{words.privacy}</Note>
          <button type="submit" className="button justify-self-start">
            {words.submit}
          </button>
        </form>
      </Section>
    </>
  );
}

function needOf(column: Column): string {
  const choices = REQUIRED.find((required) => required.includes(column));
  if (!choices) return "";
  return ` (${choices.length > 1 ? words.oneOfTwo : words.required})`;
}
