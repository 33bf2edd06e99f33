import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { formatCount } from "@/lib/format";
import { COLUMNS, type Column, MOST_HEADER_ROWS, REQUIRED } from "@/lib/list-columns";
import { IMPORT_MAPPING as words } from "@/lib/strings/import-mapping";
import { COLUMN_NAMES } from "@/lib/strings/imports";

type SampleRow = { readonly rowNumber: number; readonly cells: readonly string[] };
type Sheet = { readonly name: string | null; readonly rows: readonly SampleRow[] };

type ColumnMappingProps = {
  readonly sheets: readonly Sheet[];
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

const ROWS_AROUND = { before: 2, after: 4 };
const LONGEST_CHOICE = 60;
const DEPTHS = Array.from({ length: MOST_HEADER_ROWS }, (_, at) => at + 1);

/** The first rows of a file whose header we do not know, and a choice for every column of a list. */
export function ColumnMapping({ sheets, sheet, header, depth, names, proposal, save }: ColumnMappingProps) {
  const shown = sheets[sheet];
  if (!shown) return null;
  const places = [...names.keys()];
  const at = shown.rows.indexOf(header);
  const rows = shown.rows.slice(Math.max(0, at - ROWS_AROUND.before), at + depth + ROWS_AROUND.after);
  const headerRows = shown.rows.slice(at, at + depth);
  return (
    <>
      <Section id="sample" title={words.sampleTitle}>
        <form method="get" className="mb-4 flex flex-wrap items-end gap-4">
          {sheets.length > 1 && (
            <label className="grid gap-0.5 text-sm text-secondary">
              {words.chooseSheet}
              <select name="sheet" defaultValue={sheet} className="field max-w-full">
                {sheets.map(({ name }, index) => (
                  <option key={words.sheetName(name, index)} value={index}>
                    {words.sheetName(name, index)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <label className="grid min-w-0 max-w-full gap-0.5 text-sm text-secondary">
            {words.chooseRow}
            <select name="row" defaultValue={header.rowNumber} className="field w-full min-w-0">
              {shown.rows.map(({ rowNumber, cells }) => (
                <option key={rowNumber} value={rowNumber}>
                  {words.rowChoice(rowNumber, cells.filter(Boolean).join(" | ").slice(0, LONGEST_CHOICE))}
                </option>
              ))}
            </select>
          </label>
          <label className="grid gap-0.5 text-sm text-secondary">
            {words.chooseDepth}
            <select name="depth" defaultValue={depth} className="field">
              {DEPTHS.map((rows) => (
                <option key={rows} value={rows}>
                  {words.depthChoice(rows)}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className="button-quiet">
            {words.showRow}
          </button>
        </form>
        <div className="max-w-full overflow-x-auto">
          <table className="ledger">
            <caption className="sr-only">{words.sampleCaption(shown.name)}</caption>
            <tbody>
              {rows.map((row) => (
                <tr key={row.rowNumber}>
                  <th scope="row" className="whitespace-nowrap font-normal">
                    {formatCount(row.rowNumber)}
                    {headerRows.includes(row) && ` (${words.isHeader})`}
                  </th>
                  {places.map((position) => (
                    <td
                      key={position}
                      className={`whitespace-nowrap${headerRows.includes(row) ? " font-semibold" : ""}`}
                    >
                      {row.cells[position]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
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
