import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { OperatorError } from "../operator-error";
import type { Place } from "./choose-place";

function majorVersion(binaries: string): number {
  const line = execFileSync(join(binaries, "postgres"), ["--version"], { encoding: "utf8" });
  return Number(/(\d+)/.exec(line)?.[1]);
}

/** The order of plain text must not depend on the machine; Vietnamese order is asked for by name ("vi-x-icu"). */
function localeOptions(major: number): string[] {
  if (major < 17) return ["--locale=C.UTF-8"];
  return ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
}

/** Runs initdb once. The superuser "postgres" gets the password; nobody enters without one. */
export function createCluster({ cluster, binaries, user }: Place, password: string): void {
  const major = majorVersion(binaries);
  const versionFile = join(cluster, "PG_VERSION");
  if (existsSync(versionFile)) {
    const found = Number(readFileSync(versionFile, "utf8"));
    if (found !== major) throw new OperatorError("databaseOtherVersion", { folder: cluster, found, needed: major });
    return;
  }
  const passwordFile = `${cluster}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  try {
    const result = spawnSync(
      join(binaries, "initdb"),
      [
        `--pgdata=${cluster}`,
        "--username=postgres",
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        ...localeOptions(major),
      ],
      { ...user, cwd: dirname(cluster), encoding: "utf8", env: { ...process.env, LC_ALL: "C" } },
    );
    if (result.status !== 0) {
      throw new OperatorError("databaseDidNotStart", { detail: `initdb: ${result.stderr || result.error?.message}` });
    }
  } finally {
    rmSync(passwordFile, { force: true });
  }
}
