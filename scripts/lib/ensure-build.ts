import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compressScripts } from "./compress-scripts";
import { contentHash } from "./content-hash";
import { OperatorError } from "./operator-error";
import { ROOT } from "./paths";
import { runChild } from "./run-child";

const STAMP = join(ROOT, ".next/made-from");
const SOURCES = ["src", "public", "package-lock.json", "next.config.ts", "postcss.config.mjs", "tsconfig.json"];

export const NEXT = join(ROOT, "node_modules/next/dist/bin/next");

export function isBuildFresh(): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === contentHash(SOURCES);
}

/** Builds the production pages when their sources have changed since. */
export async function ensureBuild(): Promise<void> {
  if (isBuildFresh()) return;
  const hash = contentHash(SOURCES);
  const result = await runChild(process.execPath, [NEXT, "build"], {
    quiet: true,
    // A build reads no data; the URL only has to be there.
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", DATABASE_URL: "postgresql://localhost/none" },
  });
  if (result.status !== 0) throw new OperatorError("buildFailed", { detail: result.output });
  compressScripts(join(ROOT, ".next"));
  writeFileSync(STAMP, hash);
}
