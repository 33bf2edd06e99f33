import "server-only";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ARRIVING } from "./remove-left-uploads";

function arrivingPath(path: string): string {
  return join(dirname(path), `${ARRIVING}${basename(path)}`);
}

/** Writes a file that only its owner may read; whoever finds it finds all of it. */
export async function writeWhole(
  path: string,
  content: Iterable<string> | AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const arriving = arrivingPath(path);
  await pipeline(Readable.from(content), createWriteStream(arriving, { mode: 0o600 }));
  await rename(arriving, path);
}

/** Removes such a file, and what a writer left that came to no end. */
export async function removeWhole(path: string): Promise<void> {
  await rm(arrivingPath(path), { force: true });
  await rm(path, { force: true });
}
