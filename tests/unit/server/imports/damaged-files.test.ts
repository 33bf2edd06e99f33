import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AppError } from "@/server/errors";
import { DAMAGE, DOSSIERS, damagedCopy, readOffered, SOUND } from "../../../support/damaged-files";

const RUNS_PER_FORMAT = process.env.CI === undefined ? 40 : 630;
// What their reading takes of memory is measured in a process of its own: reader-memory.test.ts.
/** How much of the processor one damaged file may take; a sound one takes milliseconds. */
const MOST_MICROSECONDS = 10_000_000;

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "damaged-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function read(bytes: Uint8Array, fileName: string): Promise<number | AppError> {
  const path = join(folder, "file");
  await writeFile(path, bytes);
  return readOffered(path, fileName);
}

describe.each(Object.entries(SOUND))("%s", (_name, { fileName, bytes, knowsItsEnd }) => {
  test("is read whole when it is sound", async () => {
    expect(await read(await bytes(), fileName)).toBe(DOSSIERS);
  });

  test("is refused by a known word, or read, when it is damaged", { timeout: 300_000 }, async () => {
    const sound = await bytes();
    await fc.assert(
      fc.asyncProperty(DAMAGE, async (damaged) => {
        const offered = damagedCopy(sound, damaged);
        const begun = process.cpuUsage();
        const result = await read(offered, fileName);
        const { user, system } = process.cpuUsage(begun);
        expect(user + system).toBeLessThan(MOST_MICROSECONDS);
        if (result instanceof AppError) return;
        if (damaged.kind === "cut" && knowsItsEnd) expect(result).toBe(DOSSIERS);
        else expect(result).toBeLessThanOrEqual(DOSSIERS * 2);
      }),
      { numRuns: RUNS_PER_FORMAT * 2 },
    );
  });
});
