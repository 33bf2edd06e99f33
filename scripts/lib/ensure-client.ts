import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contentHash } from "./content-hash";
import { OperatorError } from "./operator-error";
import { ROOT } from "./paths";
import { runChild } from "./run-child";

const STAMP = join(ROOT, "src/generated/prisma/.made-from");

export function isClientFresh(): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === clientHash();
}

function clientHash(): string {
  return contentHash(["prisma/schema.prisma", "package-lock.json"]);
}

/** Generates the Prisma client when schema.prisma has changed since. */
export async function ensureClient(): Promise<void> {
  if (isClientFresh()) return;
  const result = await runChild(process.execPath, ["scripts/generate-client.mjs"], { quiet: true });
  if (result.status !== 0) throw new OperatorError("buildFailed", { detail: result.output });
  writeFileSync(STAMP, clientHash());
}
