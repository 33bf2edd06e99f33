import "server-only";
import type pg from "pg";
import type { IdRange } from "../ledger/post-movements";
import { BLOCK_ROWS, type Block, type BlockWriter, type MergeContext } from "./block";
import { blockInserter } from "./block-inserter";
import { blockMerger } from "./block-merger";
import { CopyRows } from "./copy-rows";
import type { RowResult } from "./row-result";
import type { StagedDossier } from "./staging";
import { zoneClock } from "./zone-clock";

/**
 * Gathers rows into blocks, and has them written one after the other while the next is gathered; at most two are on
 * their way, so that the server need not wait for this process to have a moment for it.
 */
export class Merger {
  inserted = 0;
  updated = 0;
  unchanged = 0;
  newIds: IdRange | null = null;
  readonly results = new Map<number, RowResult>();
  private readonly writer: BlockWriter;
  private readonly rows: CopyRows;
  private block = emptyBlock();
  /** The last block that is on its way, and the one before it. */
  private writing: Promise<void> = Promise.resolve();
  private writingBefore: Promise<void> = Promise.resolve();

  /** @param isFirst the source has no dossiers yet. */
  constructor(client: pg.Client, context: MergeContext, isFirst: boolean) {
    this.rows = new CopyRows(zoneClock(context.zone));
    this.writer = isFirst ? blockInserter(client, context) : blockMerger(client, context);
  }

  add(dossiers: readonly StagedDossier[]): void {
    const { rowNumbers, paused } = this.block;
    this.writer.put(this.rows, dossiers);
    for (const { draft, pauses } of dossiers) {
      rowNumbers.push(draft.rowNumber);
      if (pauses !== null) paused.push({ code: draft.code, pauses });
    }
  }

  /** Begins to write what was gathered, when that is enough. */
  async writeFull(): Promise<void> {
    if (this.block.rowNumbers.length >= BLOCK_ROWS || this.writer.isFull()) await this.writeNext();
  }

  async writeRest(): Promise<void> {
    if (this.block.rowNumbers.length > 0) await this.writeNext();
    const end = this.writer.prepareEnd();
    await this.writing;
    await end(this.newIds);
  }

  /** Resolves when nothing is under way any more, however it ended. */
  async settled(): Promise<void> {
    await this.writing.catch(() => {});
  }

  private async writeNext(): Promise<void> {
    // Its rows stand where those of this block are put.
    await this.writingBefore;
    const block: Block = { ...this.block, rows: this.rows.take() };
    this.block = emptyBlock();
    this.writingBefore = this.writing;
    this.writing = this.writing.then(() => this.write(block));
    // Its failure is met by whoever waits for it next; until then it is nobody's.
    this.writing.catch(() => {});
  }

  private async write(block: Block): Promise<void> {
    const written = await this.writer.write(block);
    this.inserted += written.inserted;
    this.updated += written.updated;
    this.unchanged += written.unchanged;
    const { newIds } = written;
    if (newIds) this.newIds = { first: this.newIds?.first ?? newIds.first, last: newIds.last };
    for (const [row, result] of written.results) this.results.set(row, result);
  }
}

type GrowingBlock = {
  rowNumbers: number[];
  paused: { code: string; pauses: string }[];
};

function emptyBlock(): GrowingBlock {
  return { rowNumbers: [], paused: [] };
}
