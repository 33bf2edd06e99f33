import Link from "next/link";
import { Section } from "@/components/ui/section";
import { formatCount } from "@/lib/format";
import { columnLetter, IMPORT_MAPPING as words } from "@/lib/strings/import-mapping";

export type SampleRow = { readonly rowNumber: number; readonly cells: readonly string[] };
export type SampleSheet = { readonly name: string | null; readonly rows: readonly SampleRow[] };

type HeadSampleProps = {
  readonly title: string;
  /** What the file is taken for, as the address says it. */
  readonly kind: "list" | "table";
  readonly sheets: readonly SampleSheet[];
  /** Index of the sheet that is shown. */
  readonly sheet: number;
  /** The first row of its header. */
  readonly header: SampleRow;
  /** How many rows the header has, and may have. */
  readonly depth: number;
  readonly mostRows: number;
};

const ROWS_AROUND = { before: 2, after: 4 };
const LONGEST_CHOICE = 60;

/** The first rows of a file, and a choice of those that are its header. */
export function HeadSample({ title, kind, sheets, sheet, header, depth, mostRows }: HeadSampleProps) {
  const shown = sheets[sheet];
  if (!shown) return null;
  const at = shown.rows.indexOf(header);
  const rows = shown.rows.slice(Math.max(0, at - ROWS_AROUND.before), at + depth + ROWS_AROUND.after);
  const headerRows = shown.rows.slice(at, at + depth);
  const places = [...Array(Math.max(0, ...headerRows.map(({ cells }) => cells.length))).keys()];
  const hrefFrom = ({ rowNumber }: SampleRow): string =>
    `?${new URLSearchParams({ kind, sheet: String(sheet), row: String(rowNumber), depth: String(depth) })}`;
  return (
    <Section id="sample" title={title}>
      <form method="get" className="mb-4 flex flex-wrap items-end gap-4">
        <input type="hidden" name="kind" value={kind} />
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
            {Array.from({ length: mostRows }, (_, index) => index + 1).map((rows) => (
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
          <thead>
            <tr>
              <th scope="col">{words.row}</th>
              {places.map((position) => (
                <th key={position} scope="col">
                  {columnLetter(position)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.rowNumber}>
                <th scope="row" className="whitespace-nowrap font-normal">
                  <Link href={hrefFrom(row)} prefetch={false} aria-label={words.headerFrom(row.rowNumber)}>
                    {formatCount(row.rowNumber)}
                  </Link>
                  {headerRows.includes(row) && ` (${words.isHeader})`}
                </th>
                {places.map((position) => (
                  <td key={position} className={`whitespace-nowrap${headerRows.includes(row) ? " font-semibold" : ""}`}>
                    {row.cells[position]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
