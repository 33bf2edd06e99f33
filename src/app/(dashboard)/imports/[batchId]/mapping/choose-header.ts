import type { SearchParams } from "@/lib/filters";
import { proposeColumns } from "@/lib/propose-columns";
import type { ImportMapping } from "@/server/queries/get-import-mapping";

type Sample = NonNullable<ImportMapping["sample"]>;
type SampleRow = Sample["sheets"][number]["rows"][number];

export type ChosenHeader = {
  /** Index of the sheet among those of the sample. */
  readonly sheet: number;
  /** Its first row. */
  readonly header: SampleRow;
  readonly depth: number;
  readonly names: readonly string[];
  /** How many columns of a dossier list are offered for it. */
  readonly known: number;
};

/** The rows that the address asks for, or else the one whose cells look most like the headers of a dossier list. */
export function chooseHeader(sample: Sample, { sheet, row, depth: written }: SearchParams): ChosenHeader | null {
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
  return candidates.reduce<ChosenHeader | null>(
    (best, one) => (best === null || one.known > best.known ? one : best),
    null,
  );
}
