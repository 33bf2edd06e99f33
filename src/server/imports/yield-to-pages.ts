import "server-only";
import { readFileSync } from "node:fs";
import type pg from "pg";
import { queryRows } from "../db";
import { lowerSessionPriority } from "./lower-priority";

const LOOK_MS = 200;

const SESSION_SQL = "SELECT pg_backend_pid() AS pid, inet_client_port() AS port";
const HELPERS_SQL = "SELECT pid FROM pg_stat_activity WHERE leader_pid = $1";

/**
 * Lets pages go before what a connection asks of a PostgreSQL on this machine, its parallel workers included, until it
 * ends. A server elsewhere, or one whose processes are not ours to slow down, is left alone.
 */
export async function yieldToPages(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ pid: number; port: number | null }>(SESSION_SQL);
  const [session] = rows;
  if (!session || !isHere(session.pid, session.port)) return;
  const { pid } = session;
  lowerSessionPriority(pid);
  const lowered = new Set<number>();
  const look = async (): Promise<void> => {
    const helpers = await queryRows<{ pid: number }>(HELPERS_SQL, [pid]);
    for (const helper of helpers) {
      if (!lowered.has(helper.pid)) lowerSessionPriority(helper.pid);
      lowered.add(helper.pid);
    }
  };
  const timer = setInterval(() => void look().catch(() => {}), LOOK_MS).unref();
  client.once("end", () => clearInterval(timer));
}

/** PostgreSQL shows in the title of a process whose connection it serves: a number alone may be anybody's here. */
function isHere(pid: number, port: number | null): boolean {
  try {
    return port !== null && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(`(${port})`);
  } catch {
    return false;
  }
}
