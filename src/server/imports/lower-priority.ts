import "server-only";
import { writeFileSync } from "node:fs";
import { setPriority } from "node:os";

/** Pages come first where there are few cores. */
const NICENESS = 10;

/**
 * Lets others go before a process that leads a session of its own, as readers of files and PostgreSQL's do, where the
 * cores are few. Linux may divide time among sessions first, where the priority of the process alone changes nothing.
 * One that is gone or not ours stays as it is.
 */
export function lowerSessionPriority(pid: number): void {
  ignoring(() => setPriority(pid, NICENESS));
  ignoring(() => writeFileSync(`/proc/${pid}/autogroup`, String(NICENESS)));
}

function ignoring(attempt: () => void): void {
  try {
    attempt();
  } catch {
    // A courtesy, and not every system knows it.
  }
}
