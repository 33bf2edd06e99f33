import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { TableFrame } from "@/components/ui/table-frame";
import { DEFAULT_TARGET } from "@/lib/filters";
import { formatDay, formatPoints, formatRate, NOTHING } from "@/lib/format";
import type { ImportPreview, PreviewPart } from "@/lib/import-preview";
import { displayBp, type Rate } from "@/lib/sla";
import { IMPORT_PREVIEW as words } from "@/lib/strings/import-preview";

type PreviewRatesProps = {
  readonly period: ImportPreview["period"];
  readonly rows: ImportPreview["rates"];
};

/** As many as a phone shows on three screens; what falls furthest is among them. */
const FIRST_ROWS = 20;

/** How the rate of each unit would move, what falls furthest first. */
export function PreviewRates({ period, rows }: PreviewRatesProps) {
  const rest = rows.slice(FIRST_ROWS);
  return (
    <Section id="rates" title={words.ratesTitle(rows.length)}>
      {rows.length > 0 && (
        <>
          <RatesTable label={words.ratesCaption} rows={rows.slice(0, FIRST_ROWS)} />
          {rest.length > 0 && (
            <details className="mt-4">
              <summary className="cursor-pointer">{words.ratesRest(rest.length)}</summary>
              <RatesTable label={words.ratesRest(rest.length)} rows={rest} />
            </details>
          )}
          <Note>{words.ratesNote(formatDay(period.from), formatDay(period.to))}</Note>
        </>
      )}
    </Section>
  );
}

function RatesTable({ label, rows }: { readonly label: string; readonly rows: ImportPreview["rates"] }) {
  return (
    <TableFrame label={label}>
      <table className="ledger max-w-4xl">
        <thead>
          <tr>
            <th scope="col">{words.unit}</th>
            <th scope="col" className="num max-sm:hidden">
              {words.before}
            </th>
            <th scope="col" className="num">
              {words.beforeRate}
            </th>
            <th scope="col" className="num max-sm:hidden">
              {words.after}
            </th>
            <th scope="col" className="num">
              {words.afterRate}
            </th>
            <th scope="col" className="num max-sm:hidden">
              {words.difference}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ unitId, name, before, after }) => (
            <tr key={unitId} data-moved={unitId}>
              <th scope="row">{name}</th>
              <td className="num max-sm:hidden">{words.part(before.ok, before.of)}</td>
              <td className="num">{formatRate(rateOf(before), DEFAULT_TARGET)}</td>
              <td className="num max-sm:hidden">{words.part(after.ok, after.of)}</td>
              <td className="num">{formatRate(rateOf(after), DEFAULT_TARGET)}</td>
              <td className="num max-sm:hidden">{differenceOf(before, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function rateOf(part: PreviewPart): Rate {
  return part.of === 0 ? null : part;
}

function differenceOf(before: PreviewPart, after: PreviewPart): string {
  const [from, to] = [displayBp(rateOf(before), DEFAULT_TARGET), displayBp(rateOf(after), DEFAULT_TARGET)];
  return from === null || to === null ? NOTHING : formatPoints(to - from);
}
