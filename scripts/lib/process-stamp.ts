import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { isAlive } from "./processes";

/** A process for certain: numbers are given out again, but not with the same start. */
export type ProcessStamp = { readonly pid: number; readonly started: string };

const START_FIELD_AFTER_NAME = 19;

function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[START_FIELD_AFTER_NAME] ?? "";
  } catch {
    return spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ?? "";
  }
}

export function stampOf(pid: number): ProcessStamp {
  return { pid, started: startOf(pid) };
}

/** Whether the very process of the stamp still runs. */
export function stillRuns({ pid, started }: ProcessStamp): boolean {
  return isAlive(pid) && startOf(pid) === started;
}
