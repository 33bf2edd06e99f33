import "server-only";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { queryRows } from "../db";
import { AppError } from "../errors";
import { failAbandoned } from "./batch-rows";
import { BUILD_DEFERRED_SQL } from "./defer-indexes";
import { lowerSessionPriority } from "./lower-priority";
import { workerReportSchema } from "./worker-report";

/** Memory the reading of a file may take, in MiB: a hostile file ends its worker, not the server. */
const WORKER_HEAP = 512;
/** A million short-lived rows: with more room for the young, a sixth less time goes into clearing up. */
const WORKER_YOUNG_HEAP = 32;
/** What holds for every process that reads files. */
export const READER_FLAGS = [
  `--max-old-space-size=${WORKER_HEAP}`,
  `--max-semi-space-size=${WORKER_YOUNG_HEAP}`,
  // What is guessed to live long, rows of the first pieces did, takes along all that it refers to: a sixth of the time.
  "--no-allocation-site-pretenuring",
  "--import",
  "tsx",
  "--conditions=react-server",
];

const WORKING = { preview: "previewing", apply: "applying" } as const;

/** Exit code of Node where no signal tells: 128 + SIGABRT. */
const OUT_OF_MEMORY = 134;

export type WorkerLimits = {
  /** So long a worker may read without one more row, in milliseconds. */
  readonly readingMs: number;
  /** So long it may be at work, waiting for its turn aside. */
  readonly workingMs: number;
};
const LIMITS: WorkerLimits = { readingMs: 30_000, workingMs: 20 * 60_000 };

export const WORKER_TASKS = ["preview", "apply"] as const;
export type WorkerTask = (typeof WORKER_TASKS)[number];

export type WorkerOrder = {
  readonly provinceId: number;
  readonly batchId: number;
  readonly task: WorkerTask;
  /** A file that is the caller's and stays; null for the one that was uploaded. */
  readonly filePath: string | null;
};

/**
 * Runs a recorded batch in a process of its own, and ends it when it reads for too long. What became of it is in
 * the batch's row; a batch that its process left at work has failed when this resolves.
 */
export async function runWorker(order: WorkerOrder, limits: WorkerLimits = LIMITS): Promise<void> {
  const child = start(order);
  const watched = watch(child, limits);
  const how = await end(child);
  const tooLong = watched.stop();
  // An orderly end is in the batch's row, which may be at work anew. With the database away its silence tells, later.
  if (how === 0) return;
  await failAbandoned(order, WORKING[order.task], whyAbandoned(how, tooLong)).catch(() => {});
  await queryRows(BUILD_DEFERRED_SQL, []).catch(() => {});
}

function whyAbandoned(how: number | string, tooLong: number | null): AppError {
  if (tooLong !== null) return new AppError("readingStopped", { limit: "time", seconds: tooLong });
  const isMemory = how === "SIGABRT" || how === OUT_OF_MEMORY;
  return isMemory ? new AppError("readingStopped", { limit: "memory" }) : new AppError("connectionLost");
}

function start({ provinceId, batchId, task, filePath }: WorkerOrder): ChildProcess {
  const words = [String(provinceId), String(batchId), task, ...(filePath === null ? [] : [resolve(filePath)])];
  // Its own words go to the log of whoever started it.
  const child = spawn(process.execPath, [...READER_FLAGS, resolve("scripts/import-worker.ts"), ...words], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    // A session of its own can be made to wait as a whole; it ends when the channel to whoever started it does.
    detached: true,
  });
  // From its first moment: loading its sources is work, too.
  if (child.pid !== undefined) lowerSessionPriority(child.pid);
  return child;
}

/** How it ended: its exit code, or the signal; a worker that cannot even start has ended with 1. */
async function end(child: ChildProcess): Promise<number | string> {
  const failed = once(child, "error").then(() => [1, null]);
  const [code, signal] = await Promise.race([once(child, "exit"), failed]);
  return typeof signal === "string" ? signal : Number(code);
}

function watch(child: ChildProcess, { readingMs, workingMs }: WorkerLimits): { stop(): number | null } {
  let tooLong: number | null = null;
  const kill = (ms: number) => (): void => {
    tooLong = ms / 1000;
    child.kill("SIGKILL");
  };
  // Until its first word it is starting, which must not take long either.
  let reading: NodeJS.Timeout | undefined = setTimeout(kill(readingMs), readingMs);
  let working: NodeJS.Timeout | undefined = setTimeout(kill(workingMs), workingMs);
  const stop = (): void => {
    clearTimeout(reading);
    clearTimeout(working);
    [reading, working] = [undefined, undefined];
  };
  child.on("message", (message) => {
    const { doing } = workerReportSchema.parse(message);
    clearTimeout(reading);
    reading = doing === "reading" ? setTimeout(kill(readingMs), readingMs) : undefined;
    if (doing === "waiting") stop();
    else working ??= setTimeout(kill(workingMs), workingMs);
  });
  return {
    stop: () => {
      stop();
      return tooLong;
    },
  };
}
