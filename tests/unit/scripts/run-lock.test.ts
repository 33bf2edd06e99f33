import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { stampOf, stillRuns } from "../../../scripts/lib/process-stamp";
import { waitUntil } from "../../../scripts/lib/processes";
import { takeRunLock } from "../../../scripts/lib/run-lock";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "run-lock-"));
  process.env.DUNGHEN_DATA_DIR = folder;
});
afterEach(() => {
  delete process.env.DUNGHEN_DATA_DIR;
  rmSync(folder, { recursive: true });
});

describe("the lock of the data folder", () => {
  it("is held by one process until it lets go", async () => {
    const lock = await takeRunLock("start");
    await expect(takeRunLock("start")).rejects.toMatchObject({
      code: "dataFolderLocked",
      params: { pid: process.pid },
    });
    lock.release();
    (await takeRunLock("command")).release();
    expect(existsSync(join(folder, "run.lock"))).toBe(false);
  });

  it("makes a second command wait for the first", async () => {
    const first = await takeRunLock("command");
    const second = takeRunLock("command");
    setTimeout(first.release, 150);
    (await second).release();
  });

  it("is taken over from a process that is gone, although another bears its number now", async () => {
    const dead = { pid: process.pid, started: "long ago", purpose: "start", children: [] };
    writeFileSync(join(folder, "run.lock"), JSON.stringify(dead));
    (await takeRunLock("start")).release();
  });

  it("is taken over when it is torn", async () => {
    writeFileSync(join(folder, "run.lock"), '{"pid":');
    (await takeRunLock("start")).release();
  });

  it("ends what its dead holder has left running", async () => {
    const orphan = spawn("sleep", ["60"], { detached: true });
    const stamp = stampOf(orphan.pid ?? 0);
    const dead = { pid: 2 ** 22 + 1, started: "1", purpose: "start", children: [stamp] };
    writeFileSync(join(folder, "run.lock"), JSON.stringify(dead));
    (await takeRunLock("start")).release();
    expect(await waitUntil(() => !stillRuns(stamp), 5000)).toBe(true);
  });
});
