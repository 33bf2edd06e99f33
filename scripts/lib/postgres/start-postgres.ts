import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { totalmem } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { OperatorError } from "../operator-error";
import { commandLine, isAlive, waitUntil } from "../processes";
import type { Place } from "./choose-place";

/** A server that this process started. */
export type RunningPostgres = {
  /** Ends it: "fast" cuts connections off, "smart" lets those that are open finish. */
  stop(how?: "fast" | "smart"): Promise<void>;
  /** Resolves when the server ended without being asked to. */
  readonly died: Promise<void>;
};

const START_MILLISECONDS = 60_000;
const MEBIBYTE = 1024 * 1024;
const SMALLEST_SHARED_MEMORY = 256 * MEBIBYTE;

/** Containers often give 64 MB of /dev/shm, too little for a parallel query; System V memory is not bounded by it. */
function dynamicMemoryKind(): string[] {
  if (!existsSync("/dev/shm")) return [];
  const { blocks, bsize } = statfsSync("/dev/shm");
  return blocks * bsize < SMALLEST_SHARED_MEMORY ? ["dynamic_shared_memory_type=sysv"] : [];
}

/** An eighth of the machine's memory, in MiB: the indexes of a million dossiers fit into 512. */
function sharedBuffers(): number {
  return Math.min(1024, Math.max(128, Math.floor(totalmem() / 8 / MEBIBYTE)));
}

function settings(port: number): string[] {
  return [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    `shared_buffers=${sharedBuffers()}MB`,
    "work_mem=16MB",
    "maintenance_work_mem=128MB",
    "max_wal_size=2GB",
    "checkpoint_completion_target=0.9",
    "max_connections=60",
    "timezone=UTC",
    ...dynamicMemoryKind(),
  ].flatMap((setting) => ["-c", setting]);
}

/** The server that runs on this cluster according to its own pid file, or null. */
export function clusterPid(cluster: string): number | null {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  if (!(pid > 0) || !isAlive(pid)) return null;
  // After a crash the number may belong to anybody.
  return commandLine(pid).includes(cluster) ? pid : null;
}

/** Stops a server whose owner is gone, and removes the pid file of one that crashed. The caller holds the lock. */
export async function clearLeftovers(cluster: string): Promise<void> {
  const pid = clusterPid(cluster);
  if (pid !== null) {
    process.kill(pid, "SIGINT");
    if (!(await waitUntil(() => !isAlive(pid), 30_000))) throw new OperatorError("dataFolderLocked", { pid });
  }
  rmSync(join(cluster, "postmaster.pid"), { force: true });
}

type Answer = "ready" | "silent" | "refused";
const POSTGRES_WRONG_PASSWORD = "28P01";

async function ask(url: string): Promise<Answer> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return "ready";
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === POSTGRES_WRONG_PASSWORD ? "refused" : "silent";
  } finally {
    await client.end().catch(() => {});
  }
}

/** Starts the cluster on a port of 127.0.0.1 and waits until it answers. `url` is that of the superuser. */
export async function startPostgres(
  place: Place,
  port: number,
  url: string,
  logFile: string,
): Promise<RunningPostgres> {
  let attempt = await launch(place, port, url, logFile);
  // The memory of a killed predecessor is in use until its last backend has noticed.
  for (let retry = 0; attempt === null && retry < 5; retry += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    attempt = await launch(place, port, url, logFile);
  }
  if (attempt === null) throw new OperatorError("databaseDidNotStart", { detail: lastLines(logFile) });
  return attempt;
}

async function launch(
  { cluster, binaries, user }: Place,
  port: number,
  url: string,
  logFile: string,
): Promise<RunningPostgres | null> {
  const log = openSync(logFile, "a", 0o600);
  // A group of its own: the terminal's Ctrl-C reaches us first, and we end it in order.
  const child = spawn(join(binaries, "postgres"), ["-D", cluster, ...settings(port)], {
    ...user,
    cwd: dirname(cluster),
    stdio: ["ignore", log, log],
    detached: true,
    env: { ...process.env, LC_ALL: "C" },
  });
  closeSync(log);
  let ended = false;
  const died = new Promise<void>((resolve) => {
    const end = () => {
      ended = true;
      resolve();
    };
    child.once("exit", end);
    child.once("error", end);
  });
  // Whatever way this process ends, short of SIGKILL, the server does not outlive it.
  const killOnExit = () => child.kill("SIGINT");
  process.once("exit", killOnExit);
  child.once("exit", () => process.off("exit", killOnExit));
  let answer: Answer = "silent";
  await waitUntil(async () => {
    answer = await ask(url);
    return ended || answer !== "silent";
  }, START_MILLISECONDS);
  if (ended) return null;
  const server: RunningPostgres = { died, stop: (how = "fast") => stop(child, died, how) };
  if (isReady(answer)) return server;
  await server.stop();
  throw new OperatorError("databaseDidNotStart", { detail: answer });
}

function isReady(answer: Answer): boolean {
  return answer === "ready";
}

async function stop(child: ChildProcess, died: Promise<void>, how: "fast" | "smart"): Promise<void> {
  child.kill(how === "smart" ? "SIGTERM" : "SIGINT");
  const patience = setTimeout(() => child.kill("SIGQUIT"), how === "smart" ? 600_000 : 30_000);
  await died;
  clearTimeout(patience);
}

function lastLines(logFile: string): string {
  return readFileSync(logFile, "utf8").trim().split("\n").slice(-5).join("\n");
}
