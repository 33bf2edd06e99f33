import "server-only";
import { createHash } from "node:crypto";
import { matchKey } from "@/lib/text";

/** The same for the same words in the same order, however they are spelt: what a source's header is known by. */
export function headerFingerprint(names: readonly string[]): string {
  const keys = names.map(matchKey);
  const width = keys.findLastIndex((key) => key !== "") + 1;
  return createHash("sha256").update(keys.slice(0, width).join("\n")).digest("hex");
}
