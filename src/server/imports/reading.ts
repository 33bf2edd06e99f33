import "server-only";
import type { AggregateNote, ReadingNote, SkippedKind } from "@/lib/reading-note";
import { queryRows } from "../db";
import type { FoundList } from "./find-list";
import type { OtherRow } from "./row-kind";
import type { BatchReference } from "./run-batch";

const MOST_ROWS_NAMED = 20;

/** Keeps count of what a file holds besides dossiers, or besides the rows of its table. */
export class Reading {
  private undatedPauses = 0;
  private readonly skipped = new Map<SkippedKind, { count: number; rows: number[] }>();

  constructor(
    private readonly list: Pick<FoundList, "sheet" | "others"> & { readonly header: { readonly rowNumber: number } },
  ) {}

  /** A dossier that is paused, in a list without a column that tells since when. */
  noteUndatedPause(): void {
    this.undatedPauses += 1;
  }

  skip(kind: OtherRow, rowNumber: number): void {
    if (kind === "blank") return;
    const known = this.skipped.get(kind) ?? { count: 0, rows: [] };
    known.count += 1;
    if (known.rows.length < MOST_ROWS_NAMED) known.rows.push(rowNumber);
    this.skipped.set(kind, known);
  }

  /** Leaves it with the batch, outside the transaction that the preview rolls back. */
  async note(
    { provinceId, batchId }: Pick<BatchReference, "provinceId" | "batchId">,
    aggregate?: AggregateNote,
  ): Promise<void> {
    const note: ReadingNote = {
      sheet: this.list.sheet.name,
      headerRow: this.list.header.rowNumber,
      others: [...this.list.others],
      skipped: [...this.skipped].map(([kind, { count, rows }]) => ({ kind, count, rows })),
      ...(this.undatedPauses > 0 && { undatedPauses: this.undatedPauses }),
      aggregate,
    };
    await queryRows("UPDATE import_batch SET reading = $3, holds_aggregates = $4 WHERE province_id = $1 AND id = $2", [
      provinceId,
      batchId,
      JSON.stringify(note),
      aggregate !== undefined,
    ]);
  }
}
