import "server-only";
import type pg from "pg";
import type { IdRange } from "../ledger/post-movements";
import type { Block, BlockWriter, MergeContext } from "./block";
import { blockInserter } from "./block-inserter";
import { blockMerger } from "./block-merger";
import { stagedLine } from "./block-staging";
import type { DossierDraft } from "./read-row";
import type { RowResult } from "./row-result";
import type { StagedLine } from "./staging";

const BLOCK_ROWS = 25_000;
const PIECE_CHARACTERS = 1 << 17;

/** Gathers rows into blocks, and has at most one block written while the next is gathered. */
export class Merger {
  inserted = 0;
  updated = 0;
  unchanged = 0;
  newIds: IdRange | null = null;
  readonly results = new Map<number, RowResult>();
  private readonly writeBlock: BlockWriter;
  private block = emptyBlock();
  private piece = "";
  private writing: Promise<void> = Promise.resolve();

  /** @param isFirst the source has no dossiers yet. */
  constructor(client: pg.Client, context: MergeContext, isFirst: boolean) {
    this.writeBlock = isFirst ? blockInserter(client, context) : blockMerger(client, context);
  }

  add({ rowNumber, code }: DossierDraft, staged: StagedLine): void {
    this.piece += stagedLine(rowNumber, staged);
    this.block.rowNumbers.push(rowNumber);
    if (staged.pauses !== null) this.block.paused.push({ code, pauses: staged.pauses });
    if (this.piece.length >= PIECE_CHARACTERS) this.endPiece();
  }

  /** Begins to write what was gathered, when that is enough. */
  async writeFull(): Promise<void> {
    if (this.block.rowNumbers.length >= BLOCK_ROWS) await this.writeNext();
  }

  async writeRest(): Promise<void> {
    if (this.block.rowNumbers.length > 0) await this.writeNext();
    await this.writing;
  }

  /** Resolves when nothing is under way any more, however it ended. */
  async settled(): Promise<void> {
    await this.writing.catch(() => {});
  }

  private endPiece(): void {
    this.block.pieces.push(this.piece);
    this.piece = "";
  }

  private async writeNext(): Promise<void> {
    await this.writing;
    this.endPiece();
    const { block } = this;
    this.block = emptyBlock();
    this.writing = this.write(block);
    // Its failure is met by whoever waits for it next; until then it is nobody's.
    this.writing.catch(() => {});
  }

  private async write(block: Block): Promise<void> {
    const written = await this.writeBlock(block);
    this.inserted += written.inserted;
    this.updated += written.updated;
    this.unchanged += written.unchanged;
    const { newIds } = written;
    if (newIds) this.newIds = { first: this.newIds?.first ?? newIds.first, last: newIds.last };
    for (const [row, result] of written.results) this.results.set(row, result);
  }
}

function emptyBlock(): { pieces: string[]; rowNumbers: number[]; paused: { code: string; pauses: string }[] } {
  return { pieces: [], rowNumbers: [], paused: [] };
}
