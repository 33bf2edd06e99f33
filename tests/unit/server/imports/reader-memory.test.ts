import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { READER_FLAGS } from "@/server/imports/run-worker";
import {
  LONG_LIST,
  MORE_TEXTS_THAN_FIT,
  NEARLY_A_MILLION_TEXTS,
  WORST_FILES,
} from "../../../support/corpus/worst-files";
import type { WorstReading } from "../../../support/read-worst";

const COPIES = process.env.CI === undefined ? 20 : 600;
const MOST_MEBIBYTES = 512;
const MOST_SECONDS = 30;

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "worst-files-"));
  for (const { name, fileName, bytes } of WORST_FILES) {
    await writeFile(join(folder, `${name}${extname(fileName)}`), await bytes());
  }
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test("a reader of damaged files and of the worst ones stays within its memory and its time", {
  timeout: 600_000,
}, async () => {
  const script = [...READER_FLAGS, "tests/support/read-worst.ts", String(COPIES), folder];
  const { stdout } = await promisify(execFile)(process.execPath, script);
  const { files, refused, told, peakMebibytes, slowest }: WorstReading = JSON.parse(stdout);
  expect(files).toBeGreaterThan(COPIES + WORST_FILES.length);
  expect(refused).toBeGreaterThan(WORST_FILES.length / 2);
  expect(told[`${NEARLY_A_MILLION_TEXTS}.xlsx`]).toBe(LONG_LIST);
  expect(told[`${MORE_TEXTS_THAN_FIT}.xlsx`]).toBe("readingStopped");
  expect(peakMebibytes).toBeLessThanOrEqual(MOST_MEBIBYTES);
  expect(slowest.seconds).toBeLessThanOrEqual(MOST_SECONDS);
});
