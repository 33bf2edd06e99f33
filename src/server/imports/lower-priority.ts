import "server-only";
import { writeFileSync } from "node:fs";
import { setPriority } from "node:os";

/** Pages come first where there are few cores. */
const NICENESS = 10;

/** Lets other processes go before this one where the cores are few; one that is gone or not ours stays as it is. */
export function lowerPriority(pid: number): void {
  ignoring(() => setPriority(pid, NICENESS));
}

/**
 * The same for a process that leads a session of its own, as those of PostgreSQL do: Linux may divide time among
 * sessions first, where the priority of the process alone changes nothing.
 */
export function lowerSessionPriority(pid: number): void {
  lowerPriority(pid);
  ignoring(() => writeFileSync(`/proc/${pid}/autogroup`, String(NICENESS)));
}

function ignoring(attempt: () => void): void {
  try {
    attempt();
  } catch {
    // A courtesy, and not every system knows it.
  }
}
