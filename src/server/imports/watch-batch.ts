import "server-only";
import { AppError } from "../errors";
import { touchBatch } from "./batch-rows";
import type { BatchReference } from "./run-batch";

const HEARTBEAT_MS = 500;

/** Tells how far a batch has come, as long as it is at work, and hears when it is no longer wanted. */
export class BatchWatch {
  rowsRead = 0;
  private isWanted = true;
  private isTelling = false;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly batch: Pick<BatchReference, "provinceId" | "batchId">,
    readonly working: "previewing" | "applying",
  ) {
    this.timer = setInterval(() => void this.tell(), HEARTBEAT_MS);
  }

  /** Whether it is still wanted, asked of the database. */
  async ask(): Promise<void> {
    // A database that cannot be reached is met by the import itself.
    const isAtWork = await touchBatch(this.batch, this.working, this.rowsRead).catch(() => true);
    if (!isAtWork) this.isWanted = false;
  }

  /** Throws `importCancelled` once somebody has cancelled it. */
  requireWanted(): void {
    if (!this.isWanted) throw new AppError("importCancelled");
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async tell(): Promise<void> {
    if (this.isTelling) return;
    this.isTelling = true;
    await this.ask();
    this.isTelling = false;
  }
}
