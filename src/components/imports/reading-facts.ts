import { formatCount } from "@/lib/format";
import type { ReadingNote } from "@/lib/reading-note";
import { AGGREGATES } from "@/lib/strings/aggregates";
import { IMPORT_MAPPING } from "@/lib/strings/import-mapping";

const { facts: words } = IMPORT_MAPPING;

/** What was read of a file and what was left beside it, as names and values; nothing before it was read. */
export function readingFacts(reading: ReadingNote | null): readonly (readonly [string, string])[] {
  if (reading === null) return [];
  const { sheet, headerRow, others, skipped, undatedPauses, aggregate } = reading;
  const table = AGGREGATES.import;
  return [
    ...(aggregate === undefined
      ? []
      : [
          [table.kind, table.kinds[aggregate.rowsAre]] as const,
          [table.period, table.periodText(aggregate.period.from, aggregate.period.to)] as const,
        ]),
    ...(sheet === null ? [] : [[words.sheet, sheet] as const]),
    [words.headerRow, formatCount(headerRow)],
    ...list(
      words.others,
      others.map(({ name, kind }) => IMPORT_MAPPING.otherSheet(name, kind)),
    ),
    ...(undatedPauses === undefined
      ? []
      : [[words.undatedPauses, IMPORT_MAPPING.undatedPauses(undatedPauses)] as const]),
    ...list(
      words.skipped,
      skipped.map(({ kind, count, rows }) => IMPORT_MAPPING.skipped(kind, count, rows)),
    ),
  ];
}

function list(name: string, values: readonly string[]): readonly (readonly [string, string])[] {
  return values.length === 0 ? [] : [[name, values.join("; ")]];
}
