import "server-only";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";

const CHUNK_BYTES = 1 << 20;

/** SHA-256 of a file, in hexadecimal digits. */
export async function hashFile(filePath: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(filePath, { highWaterMark: CHUNK_BYTES }), hash);
  return hash.digest("hex");
}
