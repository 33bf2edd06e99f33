import { existsSync } from "node:fs";
import { join } from "node:path";
import { NEXT } from "./ensure-build";
import { ensureClient } from "./ensure-client";
import { OperatorError } from "./operator-error";
import { ROOT } from "./paths";
import { runChild } from "./run-child";

/** Makes the files that are generated and not committed: the Prisma client and Next's types. */
export async function prepareSources(): Promise<void> {
  await ensureClient();
  if (existsSync(join(ROOT, "next-env.d.ts"))) return;
  const { status, output } = await runChild(process.execPath, [NEXT, "typegen"], {
    quiet: true,
    env: { NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (status !== 0) throw new OperatorError("buildFailed", { detail: output });
}
