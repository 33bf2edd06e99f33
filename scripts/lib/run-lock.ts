import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { OperatorError } from "./operator-error";
import { inDataFolder } from "./paths";
import { type ProcessStamp, stampOf, stillRuns } from "./process-stamp";
import { signalGroup, waitUntil } from "./processes";

/** `start`: the product itself; `command`: a command that needs the database for a moment. */
export type LockPurpose = "start" | "command";
type LockRecord = ProcessStamp & { purpose: LockPurpose; children: ProcessStamp[] };

/** The data folder is this process's alone until `release`. */
export type RunLock = {
  /** A process to end when this one dies without ending it. */
  addChild(pid: number): void;
  release(): void;
};

const COMMAND_PATIENCE = 60_000;

function lockFile(): string {
  return inDataFolder("run.lock");
}

function readLock(file: string): LockRecord | null {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function create(record: LockRecord): boolean {
  try {
    writeFileSync(lockFile(), JSON.stringify(record), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** Ends what a holder that was killed has left running, and takes its lock away. */
async function clearStale(holder: LockRecord | null): Promise<void> {
  const aside = `${lockFile()}.${process.pid}`;
  try {
    renameSync(lockFile(), aside);
  } catch {
    return;
  }
  const taken = readLock(aside);
  rmSync(aside, { force: true });
  if (taken && taken.pid !== holder?.pid && stillRuns(taken)) {
    // Another process was quicker: its lock goes back.
    create(taken);
    return;
  }
  for (const child of holder?.children ?? []) {
    if (!stillRuns(child)) continue;
    signalGroup(child.pid, "SIGTERM");
    if (!(await waitUntil(() => !stillRuns(child), 10_000))) signalGroup(child.pid, "SIGKILL");
  }
}

/**
 * Takes the lock of the data folder. A command that holds it is waited for; a running product is not.
 * Throws `dataFolderLocked`.
 */
export async function takeRunLock(purpose: LockPurpose): Promise<RunLock> {
  const record: LockRecord = { ...stampOf(process.pid), purpose, children: [] };
  const end = performance.now() + COMMAND_PATIENCE;
  while (!create(record)) {
    const holder = readLock(lockFile());
    if (holder === null || !stillRuns(holder)) {
      await clearStale(holder);
    } else if (holder.purpose === "start" || performance.now() > end) {
      throw new OperatorError("dataFolderLocked", { pid: holder.pid });
    } else {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return {
    addChild(pid) {
      record.children.push(stampOf(pid));
      writeFileSync(lockFile(), JSON.stringify(record), { mode: 0o600 });
    },
    release: () => rmSync(lockFile(), { force: true }),
  };
}
