import { spawn } from "node:child_process";
import { join } from "node:path";
import { NEXT } from "./ensure-build";
import { OperatorError } from "./operator-error";
import { ROOT } from "./paths";
import { signalGroup, waitUntil } from "./processes";

export type WebServer = {
  readonly address: string;
  readonly pid: number;
  /** Resolves when it ends, asked to or not. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
};

type WebServerOptions = { port: number; development?: boolean; env: Readonly<Record<string, string>>; quiet?: boolean };

const CLUSTER = join(ROOT, "scripts/lib/web-cluster.mjs");
const READY_MILLISECONDS = 60_000;

/** Starts Next on the port and waits for its first answer. Throws `serverFailed`. */
export async function startWebServer({ port, development = false, env, quiet }: WebServerOptions): Promise<WebServer> {
  const address = `http://localhost:${port}`;
  const host = process.env.HOST ? ["--hostname", process.env.HOST] : [];
  // A group of its own: the terminal's Ctrl-C reaches us first, and we end it in order.
  const server = development ? [NEXT, "dev"] : [CLUSTER, NEXT, "start"];
  const child = spawn(process.execPath, [...server, "--port", String(port), ...host], {
    cwd: ROOT,
    detached: true,
    stdio: ["ignore", quiet ? "ignore" : development ? "inherit" : "ignore", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: development ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
      ...env,
    },
  });
  const { pid } = child;
  if (pid === undefined) throw new OperatorError("serverFailed", { detail: "" });
  let over = false;
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => {
      over = true;
      resolve();
    });
  });
  const killOnExit = () => signalGroup(pid, "SIGTERM");
  process.once("exit", killOnExit);
  const stop = async () => {
    if (!over) signalGroup(pid, "SIGTERM");
    const patience = setTimeout(() => signalGroup(pid, "SIGKILL"), 5000);
    await ended;
    clearTimeout(patience);
    process.off("exit", killOnExit);
  };
  await waitUntil(async () => over || (await answers(port)), READY_MILLISECONDS);
  if (over || !(await answers(port))) {
    await stop();
    throw new OperatorError("serverFailed", { detail: address });
  }
  return { address, pid, ended, stop };
}

async function answers(port: number): Promise<boolean> {
  const host = process.env.HOST && process.env.HOST !== "0.0.0.0" ? process.env.HOST : "127.0.0.1";
  try {
    await fetch(`http://${host}:${port}/api/health`, { redirect: "manual", signal: AbortSignal.timeout(20_000) });
    return true;
  } catch {
    return false;
  }
}
