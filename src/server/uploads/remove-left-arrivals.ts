import "server-only";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { now } from "../clock";

/** Folders of uploads that are still coming in. */
export const ARRIVING = "arriving-";

/** No upload takes as long: what is older was left by a server that ended meanwhile. */
const LONGEST_MS = 24 * 3_600_000;

/** Removes what is left of uploads that never came to their end; the rows of a list hold citizens' names. */
export async function removeLeftArrivals(uploads: string): Promise<void> {
  for (const name of await readdir(uploads)) {
    if (!name.startsWith(ARRIVING)) continue;
    const folder = join(uploads, name);
    const changed = await stat(folder).then(
      ({ mtimeMs }) => mtimeMs,
      () => Number.POSITIVE_INFINITY,
    );
    if (changed < now().getTime() - LONGEST_MS) await rm(folder, { recursive: true, force: true });
  }
}
