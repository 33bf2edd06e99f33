import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { removeWhole, writeWhole } from "@/server/uploads/write-whole";

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "write-whole-"));
  path = join(folder, "1-2.sample.json");
});
afterEach(() => rm(folder, { recursive: true }));

test("is not there before its last part is, and then whole, for its owner alone", async () => {
  const seen: (readonly string[])[] = [];
  async function* slowly(): AsyncGenerator<string> {
    for (const part of ["Hồ", " sơ", "\n"]) {
      seen.push(await readdir(folder));
      yield part;
    }
  }
  await writeWhole(path, slowly());
  expect(seen.flat()).not.toContain("1-2.sample.json");
  expect(await readFile(path, "utf8")).toBe("Hồ sơ\n");
  expect(await readdir(folder)).toEqual(["1-2.sample.json"]);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test("stays as it was when the next one comes to no end; what that left goes with it", async () => {
  await writeWhole(path, ["cũ"]);
  async function* broken(): AsyncGenerator<string> {
    yield "mới";
    throw new Error("ended");
  }
  await expect(writeWhole(path, broken())).rejects.toThrow("ended");
  expect(await readFile(path, "utf8")).toBe("cũ");
  await writeFile(join(folder, "1-3.sample.json"), "of another");
  await removeWhole(path);
  expect(await readdir(folder)).toEqual(["1-3.sample.json"]);
});
