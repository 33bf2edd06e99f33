import "server-only";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { now } from "../clock";

/** Folders of uploads that are still coming in. */
export const ARRIVING = "arriving-";

const DAY_MS = 24 * 3_600_000;
/** No upload takes as long: what is older was left by a server that ended meanwhile. */
const ARRIVING_MS = DAY_MS;
/** Nobody has decided on it: its preview is long outdated. */
const UNDECIDED_MS = 30 * DAY_MS;

/** Removes what is left of uploads that came to no end; the rows of a list hold citizens' names. */
export async function removeLeftUploads(uploads: string): Promise<void> {
  for (const name of await readdir(uploads)) {
    const path = join(uploads, name);
    const changed = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => Number.POSITIVE_INFINITY,
    );
    const oldest = now().getTime() - (name.startsWith(ARRIVING) ? ARRIVING_MS : UNDECIDED_MS);
    if (changed < oldest) await rm(path, { recursive: true, force: true });
  }
}
