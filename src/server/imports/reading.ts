import "server-only";
import type { ReadingNote, SkippedKind } from "@/lib/reading-note";
import { queryRows } from "../db";
import type { FoundList } from "./find-list";
import type { OtherRow } from "./row-kind";
import type { BatchReference } from "./run-batch";

const MOST_ROWS_NAMED = 20;

/** Keeps count of what a list holds besides dossiers. */
export class Reading {
  private readonly skipped = new Map<SkippedKind, { count: number; rows: number[] }>();

  constructor(private readonly list: Pick<FoundList, "sheet" | "header" | "others">) {}

  skip(kind: OtherRow, rowNumber: number): void {
    if (kind === "blank") return;
    const known = this.skipped.get(kind) ?? { count: 0, rows: [] };
    known.count += 1;
    if (known.rows.length < MOST_ROWS_NAMED) known.rows.push(rowNumber);
    this.skipped.set(kind, known);
  }

  /** Leaves it with the batch, outside the transaction that the preview rolls back. */
  async note({ provinceId, batchId }: Pick<BatchReference, "provinceId" | "batchId">): Promise<void> {
    const note: ReadingNote = {
      sheet: this.list.sheet.name,
      headerRow: this.list.header.rowNumber,
      others: [...this.list.others],
      skipped: [...this.skipped].map(([kind, { count, rows }]) => ({ kind, count, rows })),
    };
    await queryRows("UPDATE import_batch SET reading = $3 WHERE province_id = $1 AND id = $2", [
      provinceId,
      batchId,
      JSON.stringify(note),
    ]);
  }
}
