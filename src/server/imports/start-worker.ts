import "server-only";
import { spawn } from "node:child_process";
import { resolve } from "node:path";

/** Memory the reading of a file may take, in MiB: a hostile file ends its worker, not the server. */
const WORKER_HEAP = 512;
/** A million short-lived rows: with more room for the young, a sixth less time goes into clearing up. */
const WORKER_YOUNG_HEAP = 32;
/** How long it may take, in milliseconds, waiting for another import included: then it is ended. */
const WORKER_TIME = 20 * 60_000;

export const WORKER_TASKS = ["preview", "apply"] as const;
export type WorkerTask = (typeof WORKER_TASKS)[number];

/** Runs a recorded batch in a process of its own; its progress is in the batch's row. */
export function startWorker(provinceId: number, batchId: number, task: WorkerTask): void {
  const script = resolve("scripts/import-worker.ts");
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${WORKER_HEAP}`,
      `--max-semi-space-size=${WORKER_YOUNG_HEAP}`,
      "--import",
      "tsx",
      "--conditions=react-server",
      script,
      String(provinceId),
      String(batchId),
      task,
    ],
    { stdio: "ignore", timeout: WORKER_TIME, killSignal: "SIGKILL" },
  );
  // What it failed of is in the batch's row; a worker that cannot even start is found by its silence.
  child.on("error", () => {});
}
