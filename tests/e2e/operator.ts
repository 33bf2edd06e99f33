import { spawnSync } from "node:child_process";

/** Runs the operator's command line against the database of the server under test. */
export function runOperator(args: readonly string[], input = ""): string {
  const url = process.env.E2E_DATABASE_URL;
  const result = spawnSync(process.execPath, ["scripts/dunghen.mjs", ...args], {
    input,
    encoding: "utf8",
    env: { ...process.env, ...(url ? { DATABASE_URL: url } : {}) },
  });
  if (result.status !== 0) throw new Error(`dunghen ${args.join(" ")}: ${result.stderr}${result.stdout}`);
  return result.stdout;
}
